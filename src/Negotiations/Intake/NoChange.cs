using NodaTime;

namespace Negotiations;

/// <summary>Whether a coder's correction would leave everything as it is.</summary>
/// <remarks>What a publisher said, and when, is a fact of its own: a notice that repeats a value decides where an earlier one comes in late.</remarks>
public static class NoChange
{
    /// <summary>What is so already; null where the correction changes something.</summary>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="stream">The stream of the article that is corrected.</param>
    /// <param name="added">The correction, which is not refused for anything else.</param>
    public static string? Find(NegotiationLog log, string stream, NewEvent added) => added.Event switch
    {
        Correction { By: CorrectionBy.Publisher } => null,
        ArticlesLinked link => LinkInForce(log, link) is { } same ? $"'{link.Article}' and '{link.Other}' are one text already, by '{ShortForm.Of(same)}'" : null,
        PublicationCorrected corrected when CorrectedPublication.Of(log, corrected.Target) == corrected.Published => "that is its time of publication already",
        ReportCorrected corrected when IsAsBefore(log, log.With(stream, [added]), corrected) => "the values are as they are",
        _ => null,
    };

    private static ArticlesLinked? LinkInForce(NegotiationLog log, ArticlesLinked link) => log.Timelines.Corrections.All
        .Where(other => log.Timelines.Corrections.IsInForce(other, null))
        .Select(other => other.Correction)
        .OfType<ArticlesLinked>()
        .FirstOrDefault(other => (other.Article, other.Other) == (link.Article, link.Other) || (other.Other, other.Article) == (link.Article, link.Other));

    private static bool IsAsBefore(NegotiationLog before, NegotiationLog after, Correction correction)
    {
        var corrections = after.Timelines.Corrections;
        var end = corrections.EndOf(correction);
        if (before.Events.FirstOrDefault(recorded => recorded.Id == end && recorded.Event is Report) is not { } report) return false;
        var times = corrections.NoticesOn(report.Id).Select(time => (Instant?)time).Prepend(Instant.MinValue).Append(null).ToList();
        return Views(before.Timelines.Corrections).SequenceEqual(Views(corrections));

        // As the coder leaves it, and as a reader of any time finds it: each notice can hide what the coder says.
        IEnumerable<string?> Views(CorrectionLog log) => times
            .Select(time => CorrectedReport.At(report, log, time))
            .Prepend(CorrectedReport.CodedAs(report, log))
            .Select(view => view is null ? null : EventJson.Write(view));
    }
}
