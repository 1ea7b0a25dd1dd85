using NodaTime;

namespace Negotiations;

/// <summary>Whether a coder's correction would leave everything as it is.</summary>
/// <remarks>
/// What a publisher said, and when, is a fact of its own: a notice that repeats a value decides where an earlier one
/// comes in late.
/// </remarks>
public static class NoOpCorrection
{
    /// <summary>What is so already; null where the correction changes something.</summary>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="stream">The stream of the article that is corrected.</param>
    /// <param name="added">The correction, which is not refused for anything else.</param>
    public static string? Find(NegotiationLog log, string stream, NewEvent added) =>
        added.Event switch
        {
            Correction { By: CorrectionBy.Publisher } => null,
            ArticlesLinked link => LinkInForce(log, link) is { } same
                ? $"'{link.Article}' and '{link.Other}' are one text already, by '{EventReference.Format(same)}'"
                : null,
            PublicationCorrected corrected
                when CorrectedPublication.Find(log, corrected.Target) == corrected.Published =>
                "that is its time of publication already",
            ReportCorrected corrected when IsAsBefore(log, log.With(stream, [added]), corrected) =>
                "the values are as they are",
            _ => null,
        };

    private static ArticlesLinked? LinkInForce(NegotiationLog log, ArticlesLinked link) =>
        log
            .Timeline.Corrections.All.Where(other => log.Timeline.Corrections.IsInForce(other, null))
            .Select(other => other.Correction)
            .OfType<ArticlesLinked>()
            .FirstOrDefault(other =>
                (other.Article, other.Other) == (link.Article, link.Other)
                || (other.Other, other.Article) == (link.Article, link.Other)
            );

    private static bool IsAsBefore(NegotiationLog before, NegotiationLog after, Correction correction)
    {
        var corrections = after.Timeline.Corrections;
        var end = corrections.ResolveTarget(correction);
        if (before.Find(end) is not { Event: Report } report)
            return false;
        var times = corrections
            .NoticesOn(report.Id)
            .Select(time => (Instant?)time)
            .Prepend(Instant.MinValue)
            .Append(null)
            .ToList();
        return Views(before.Timeline.Corrections).SequenceEqual(Views(corrections));

        // As the coder leaves it, and as a reader of any time finds it: each notice can hide what the coder says.
        IEnumerable<string?> Views(CorrectionLog log) =>
            times
                .Select(time => CorrectionApplier.At(report, log, time))
                .Prepend(CorrectionApplier.CodedAs(report, log))
                .Select(view => view is null ? null : EventJson.Write(view));
    }
}
