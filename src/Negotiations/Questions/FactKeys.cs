namespace Negotiations;

/// <summary>The keys of facts that reports have ever asserted.</summary>
public static class FactKeys
{
    /// <summary>The keys, as the reports were coded and as corrections left them at any time known.</summary>
    public static IReadOnlySet<string> Collect(NegotiationLog log) =>
        log
            .Events.Select(recorded => recorded.Event)
            .OfType<Report>()
            .Where(report => !report.Erased)
            .Concat(
                log.Timeline.Reports.SelectMany(report => report.Revisions)
                    .Select(revision => revision.Report?.Report)
                    .OfType<Report>()
            )
            .SelectMany(report => report.AssertedFacts().Select(fact => fact.Key))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>What keys begin with: each key, and each of its beginnings up to a slash.</summary>
    public static IEnumerable<string> ListBeginnings(IEnumerable<string> keys) =>
        keys.SelectMany(key =>
                key.Split('/') is var parts
                    ? Enumerable.Range(1, parts.Length).Select(count => string.Join('/', parts.Take(count)))
                    : []
            )
            .Distinct(StringComparer.Ordinal);

    /// <summary>Sees to it that some report has asserted a fact whose key begins so, at whatever time.</summary>
    /// <param name="store">The store.</param>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="prefix">The beginning.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnknownFactException">No fact has ever begun so.</exception>
    public static async Task RequireAsync(
        IEventStore store,
        string negotiation,
        string prefix,
        CancellationToken cancellationToken = default
    )
    {
        var keys = Collect(await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken));
        if (!keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal)))
            throw new UnknownFactException(prefix, SpellingSuggestions.Question(prefix, ListBeginnings(keys)));
    }
}
