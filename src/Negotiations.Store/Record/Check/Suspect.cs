namespace Negotiations.Store;

/// <summary>A row of the record that does not fit, until it is known why.</summary>
/// <param name="Row">The row.</param>
/// <param name="Previous">The link before it; null where that row is missing.</param>
/// <param name="Fault">What is known of the fault.</param>
internal sealed record Suspect(ChainRow Row, byte[]? Previous, ChainFault Fault)
{
    /// <summary>Whether its event and that of another row have changed places, in whole or in part.</summary>
    public bool HasChangedPlacesWith(Suspect other) =>
        other != this
        && Previous is not null
        && Row.Event is { Empty.Count: 0 } mine
        && other.Row.Event is { } theirs
        && (Exchanges(mine, theirs).Any(was => Row.Fits(was, Previous)) || FitsPosition(other, mine));

    /// <summary>Whether only the row before it is at fault: with the link of another one the row is whole.</summary>
    public bool FollowsFrom(IEnumerable<Suspect> others) =>
        Row.Event is { } mine
        && Row.EventId == mine.Id
        && others.Any(other => other != this && Row.Fits(mine, other.Row.Link));

    private static IEnumerable<StoredEvent> Exchanges(StoredEvent mine, StoredEvent theirs) =>
        [
            theirs,
            theirs with
            {
                SeqId = mine.SeqId,
            },
            theirs with
            {
                SeqId = mine.SeqId,
                Id = mine.Id,
            },
            theirs with
            {
                SeqId = mine.SeqId,
                Id = mine.Id,
                Stream = mine.Stream,
                Version = mine.Version,
            },
            mine with
            {
                Data = theirs.Data,
            },
            mine with
            {
                Data = theirs.Data,
                Type = theirs.Type,
                ClrName = theirs.ClrName,
            },
            mine with
            {
                Version = theirs.Version,
            },
            mine with
            {
                Version = theirs.Version,
                Stream = theirs.Stream,
            },
            mine with
            {
                Stream = theirs.Stream,
            },
            mine with
            {
                Timestamp = theirs.Timestamp,
            },
            mine with
            {
                Type = theirs.Type,
                ClrName = theirs.ClrName,
            },
            mine with
            {
                Id = theirs.Id,
            },
        ];

    // Neighbours that were swapped each have the other's link before them.
    private bool FitsPosition(Suspect other, StoredEvent mine)
    {
        var there = Row with { Position = other.Row.Position };
        return (other.Previous is not null && there.Fits(mine, other.Previous)) || there.Fits(mine, other.Row.Link);
    }
}
