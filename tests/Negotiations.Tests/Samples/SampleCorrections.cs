using System.Text.Json.Nodes;

namespace Negotiations.Tests;

/// <summary>Corrections of the sample articles, in few words.</summary>
public static class SampleCorrections
{
    /// <summary>The coder corrects a report, or what else a target names.</summary>
    public static CorrectionHead Coder(string article, Guid target, string id, string? on = null) =>
        new()
        {
            Negotiation = Sample.Talks,
            Article = article,
            Id = id,
            By = CorrectionBy.Coder,
            Reason = "we misread it",
            Target = target,
            On = on is null ? null : EventId.ForCorrection(Stream(article), on),
        };

    /// <summary>The publisher corrects a report by a notice.</summary>
    public static CorrectionHead Publisher(string article, Guid target, string id, string noticed) =>
        new()
        {
            Negotiation = Sample.Talks,
            Article = article,
            Id = id,
            By = CorrectionBy.Publisher,
            Reason = "a notice",
            Target = target,
            Notice = new(new Publication(Sample.Time(noticed), PublicationBasis.Stated), $"{article}, corrections"),
        };

    public static Guid Report(string article, string report) => EventId.ForReport(Stream(article), "v1", report);

    public static Guid Version(string article) => EventId.ForVersion(Stream(article), "v1");

    public static Guid Correction(string article, string correction) =>
        EventId.ForCorrection(Stream(article), correction);

    public static ReportCorrected Changing(this CorrectionHead head, string changes) =>
        new(head) { Changes = (JsonObject)JsonNode.Parse(changes)! };

    public static ReportRetracted Retracting(this CorrectionHead head) => new(head);

    public static CorrectionUndone Undoing(this CorrectionHead head) => new(head);

    private static string Stream(string article) => StreamName.ForArticle(Sample.Talks, article);
}
