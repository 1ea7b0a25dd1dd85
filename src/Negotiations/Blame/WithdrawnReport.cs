using NodaTime;

namespace Negotiations;

/// <summary>A report that asserted a fact until a correction took that back.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Visible">The report as it was when it last asserted the fact.</param>
/// <param name="Value">The value that it asserted.</param>
internal sealed record WithdrawnReport(string Key, VisibleReport Visible, FactValue Value)
{
    /// <summary>What corrections took back, of the reports that could be known to a question.</summary>
    public static IEnumerable<WithdrawnReport> FindAll(Answer answer, NegotiationLog log) =>
        log
            .Events.Where(recorded => recorded.Event is Report { Erased: false })
            .SelectMany(recorded => Find(recorded, answer, log));

    private static IEnumerable<WithdrawnReport> Find(RecordedEvent recorded, Answer answer, NegotiationLog log)
    {
        var corrections = log.Timeline.Corrections;
        if (!corrections.BearingOn(recorded.Id).Any())
            return [];
        var (coded, time) = (CorrectionApplier.CodedAs(recorded, corrections), answer.Asked.KnownBy);
        var version = log.Timeline.Versions.First(version =>
            version.Article == coded.Article && version.Version == coded.Version
        );
        var publication = log.Timeline.ResolvePublication(recorded);
        if (publication.Time > time)
            return [];

        var standing = CorrectionApplier.At(recorded, corrections, time) is { } now
            ? ListKeys(now).ToHashSet(StringComparer.Ordinal)
            : [];
        var forms = corrections
            .NoticesOn(recorded.Id)
            .Where(notice => time is null || notice <= time)
            .Order()
            .Select(notice => CorrectionApplier.At(recorded, corrections, notice))
            .Prepend(CorrectionApplier.At(recorded, corrections, Instant.MinValue))
            .Prepend(coded)
            .Prepend((Report)recorded.Event)
            .OfType<Report>()
            .ToList();
        var happenedBy = new HappenedBound(answer.Asked.HappenedBy?.InZone(answer.Zone).Date);
        return from key in forms.SelectMany(ListKeys).Distinct()
            where !standing.Contains(key)
            let form = forms.Last(form => ListKeys(form).Contains(key))
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
                form.AssertedFacts().First(fact => fact.Key == key).Assertion.Value
            );
    }

    private static IEnumerable<string> ListKeys(Report report) => report.AssertedFacts().Select(fact => fact.Key);
}
