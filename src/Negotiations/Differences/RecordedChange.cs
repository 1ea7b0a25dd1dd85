namespace Negotiations;

/// <summary>How events that were recorded together changed the answer of their negotiation.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="After">The position before the first of them.</param>
/// <param name="At">The position of the last of them.</param>
/// <param name="Facts">The number of facts that differ between these two positions.</param>
public sealed record RecordedChange(string Negotiation, long After, long At, int Facts)
{
    /// <summary>The change by some of the events of a log; null where the log has none of them.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="log">Everything that is recorded of the negotiation.</param>
    /// <param name="events">Identifiers of the events.</param>
    public static RecordedChange? Find(string negotiation, NegotiationLog log, IEnumerable<Guid> events)
    {
        var wanted = events.ToHashSet();
        var positions = log
            .Events.Where(recorded => wanted.Contains(recorded.Id))
            .Select(recorded => recorded.Position)
            .ToList();
        if (positions.Count == 0)
            return null;
        var (after, at) = (positions.Min() - 1, positions.Max());
        return new(
            negotiation,
            after,
            at,
            FactDifferences.Between(FactsAt(negotiation, log, after), FactsAt(negotiation, log, at)).Count
        );
    }

    private static IReadOnlyList<Fact> FactsAt(string negotiation, NegotiationLog log, long position)
    {
        var events = log.Events.TakeWhile(recorded => recorded.Position <= position).ToList();
        var then = new NegotiationLog(new(position, events.LastOrDefault()?.RecordedAt), events);
        return then.Definition is null ? [] : Answer.To(new Question(negotiation), then).Facts;
    }
}
