using NodaTime;

namespace Negotiations;

/// <summary>A report that spoke of a fact until a correction, or a later version of its article, took that
/// back.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Visible">The report as it was when it last spoke of the fact.</param>
/// <param name="Value">The value that it asserted or denied.</param>
/// <param name="IsReplaced">Whether a report of a later version stands in its place.</param>
internal sealed record WithdrawnReport(string Key, VisibleReport Visible, FactValue Value, bool IsReplaced)
{
    /// <summary>What was taken back, of the reports that could be known to a question.</summary>
    public static IEnumerable<WithdrawnReport> FindAll(Answer answer, NegotiationLog log)
    {
        var visible = answer.Reports.Select(report => report.EventId).ToHashSet();
        return log
            .Events.Where(recorded => recorded.Event is Report { Erased: false })
            .SelectMany(recorded => Find(recorded, visible.Contains(recorded.Id), answer, log));
    }

    private static IEnumerable<WithdrawnReport> Find(
        RecordedEvent recorded,
        bool isVisible,
        Answer answer,
        NegotiationLog log
    )
    {
        var corrections = log.Timeline.Corrections;
        if (isVisible && !corrections.BearingOn(recorded.Id).Any())
            return [];
        var (coded, time) = (CorrectionApplier.CodedAs(recorded, corrections), answer.Asked.KnownBy);
        var publication = log.Timeline.ResolvePublication(recorded);
        if (publication.Time > time)
            return [];

        var version = log.Timeline.Versions.First(version =>
            version.Article == coded.Article && version.Version == coded.Version
        );
        var now = CorrectionApplier.At(recorded, corrections, time);
        // What is neither withdrawn nor visible has made room for a report of a later version.
        var isReplaced = now is not null && !isVisible;
        var standing =
            now is not null && isVisible
                ? ListFacts(now).Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal)
                : [];
        var forms = corrections
            .NoticesOn(recorded.Id)
            .Where(notice => time is null || notice <= time)
            .Order()
            .Select(notice => CorrectionApplier.At(recorded, corrections, notice))
            .Prepend(CorrectionApplier.At(recorded, corrections, Instant.MinValue))
            .Prepend(coded)
            .Prepend((Report)recorded.Event)
            .Append(now)
            .OfType<Report>()
            .ToList();
        var happenedBy = new HappenedBound(answer.Asked.HappenedBy?.InZone(answer.Zone).Date);
        return from key in forms.SelectMany(ListFacts).Select(fact => fact.Key).Distinct()
            where !standing.Contains(key)
            let form = forms.Last(form => ListFacts(form).Any(fact => fact.Key == key))
            let visible = new VisibleReport(
                recorded,
                form,
                version,
                publication,
                publication.Time.InZone(log.Zone).Date
            )
            where new ActsAsOf([visible], happenedBy).Acts.Count > 0
            select new WithdrawnReport(
                key,
                visible,
                ListFacts(form).First(fact => fact.Key == key).Assertion.Value,
                isReplaced && ListFacts(now!).Any(fact => fact.Key == key)
            );
    }

    private static IEnumerable<AssertedFact> ListFacts(Report report) =>
        report.AssertedFacts().Concat(report.DeniedFacts());
}
