using NodaTime;

namespace Negotiations;

/// <summary>By how much what an answer counts changes from a bound on the known clock on.</summary>
/// <param name="Known">The first such bound (<see cref="KnownTick"/>).</param>
/// <param name="Reports">Reports that are visible.</param>
/// <param name="Articles">Articles that are known.</param>
/// <param name="Corrections">Corrections that count.</param>
/// <param name="Erased">Events that were erased.</param>
public sealed record Tally(long Known, int Reports, int Articles, int Corrections, int Erased)
{
    private bool IsNothing => (Reports, Articles, Corrections, Erased) is (0, 0, 0, 0);

    /// <summary>What an event changes, by bound.</summary>
    /// <param name="before">The log before it.</param>
    /// <param name="after">The log with it.</param>
    /// <param name="recorded">The event.</param>
    /// <param name="touched">The articles of which it can change what is known.</param>
    internal static IReadOnlyList<Tally> Between(
        NegotiationLog before,
        NegotiationLog after,
        RecordedEvent recorded,
        IReadOnlyCollection<string> touched
    ) =>
        [
            .. Count(after, touched, 1)
                .Concat(Count(before, touched, -1))
                .Concat(recorded.Event.Erased ? [new(long.MinValue, 0, 0, 0, 1)] : [])
                .GroupBy(tally => tally.Known)
                .OrderBy(same => same.Key)
                .Select(same => new Tally(
                    same.Key,
                    same.Sum(tally => tally.Reports),
                    same.Sum(tally => tally.Articles),
                    same.Sum(tally => tally.Corrections),
                    same.Sum(tally => tally.Erased)
                ))
                .Where(tally => !tally.IsNothing),
        ];

    private static IEnumerable<Tally> Count(NegotiationLog log, IReadOnlyCollection<string> articles, int sign) =>
        articles
            .SelectMany(article => CountReports(log, article, sign).Concat(CountArticle(log, article, sign)))
            .Concat(CountCorrections(log, articles, sign));

    private static IEnumerable<Tally> CountReports(NegotiationLog log, string article, int sign) =>
        log
            .Timeline.FindReports(article)
            .SelectMany(history =>
                ListChanges(history.Revisions.Select(revision => revision.From), time => history.At(time) is not null)
            )
            .Select(change => new Tally(change.Known, change.Count * sign, 0, 0, 0));

    // An entry of a live blog can be known before the version in which it stands.
    private static IEnumerable<Tally> CountArticle(NegotiationLog log, string article, int sign)
    {
        var versions = log.Timeline.FindVersions(article).Select(version => version.Published.Time).ToList();
        var first = versions.Count > 0 ? versions.Min() : Instant.MaxValue;
        var earlier = log.Timeline.FindReports(article).Where(history => history.Revisions[0].From < first).ToList();
        return ListChanges(
                earlier.SelectMany(history => history.Revisions, (_, revision) => revision.From).Append(first),
                time => (versions.Count > 0 && first <= time) || earlier.Exists(history => history.At(time) is not null)
            )
            .Select(change => new Tally(change.Known, 0, change.Count * sign, 0, 0));
    }

    private static IEnumerable<Tally> CountCorrections(
        NegotiationLog log,
        IReadOnlyCollection<string> articles,
        int sign
    )
    {
        var (timeline, corrections) = (log.Timeline, log.Timeline.Corrections);
        return corrections
            .All.Where(correction => articles.Contains(StreamName.ParseArticle(correction.Recorded.Stream)))
            .SelectMany(correction =>
            {
                var known = timeline.KnownFrom(correction);
                return ListChanges(
                    corrections
                        .NoticesOn(correction.EventId)
                        .Concat(correction.IsPublishers ? [corrections.FindNoticeTime(correction)] : [])
                        .Append(known),
                    time => known <= time && corrections.IsInForce(correction, time)
                );
            })
            .Select(change => new Tally(change.Known, 0, 0, change.Count * sign, 0));
    }

    private static IEnumerable<(long Known, int Count)> ListChanges(
        IEnumerable<Instant> times,
        Func<Instant, bool> counts
    )
    {
        var was = false;
        foreach (var time in times.Distinct().Order())
        {
            var now = counts(time);
            if (now != was)
                yield return (KnownTick.First(time), now ? 1 : -1);
            was = now;
        }
    }
}
