namespace Negotiations;

/// <summary>The times of publication of one article that are assumed.</summary>
/// <param name="Article">Identifier of the article.</param>
/// <param name="Publications">The publications, each with the stretches of the known clock over which it
/// counts.</param>
public sealed record AssumedPublications(string Article, IReadOnlyList<AssumedPublication> Publications)
{
    /// <summary>Those of an article of a log.</summary>
    internal static AssumedPublications Read(string article, NegotiationLog log)
    {
        var ofVersions = log
            .Timeline.FindVersions(article)
            .Where(version => version.Published.Basis == PublicationBasis.Assumed)
            .Select(version => new AssumedPublication(
                version.Published,
                KnownTick.First(version.Published.Time),
                KnownTick.Endless
            ))
            .Distinct()
            .ToList();
        var whole = ofVersions.Select(known => known.Published).ToHashSet();
        return new(
            article,
            [
                .. ofVersions
                    .Concat(
                        log.Timeline.FindReports(article)
                            .SelectMany(history => Read(history, log))
                            .Where(known => !whole.Contains(known.Published))
                    )
                    .Distinct()
                    .OrderBy(known => known.Published.Time)
                    .ThenBy(known => known.KnownFrom)
                    .ThenBy(known => known.KnownUntil),
            ]
        );
    }

    /// <summary>Whether another is the same.</summary>
    internal bool IsSameAs(AssumedPublications other) => Publications.SequenceEqual(other.Publications);

    // A report that is never visible is still one that may have been out.
    private static IEnumerable<AssumedPublication> Read(ReportHistory history, NegotiationLog log)
    {
        var published = log.Timeline.ResolvePublication(history.Recorded);
        if (published.Basis != PublicationBasis.Assumed)
            yield break;
        var known = KnownTick.First(published.Time);
        yield return new(published, known, known);
        for (var place = 0; place < history.Revisions.Count; place++)
        {
            if (history.Revisions[place].Report is null)
                continue;
            yield return new(
                published,
                KnownTick.First(history.Revisions[place].From),
                place + 1 < history.Revisions.Count
                    ? KnownTick.First(history.Revisions[place + 1].From)
                    : KnownTick.Endless
            );
        }
    }
}

/// <summary>An assumed publication, over a stretch of the known clock.</summary>
/// <param name="Published">The publication.</param>
/// <param name="KnownFrom">The first bound that counts it (<see cref="KnownTick"/>).</param>
/// <param name="KnownUntil">The first bound that does not any more.</param>
public sealed record AssumedPublication(Publication Published, long KnownFrom, long KnownUntil);
