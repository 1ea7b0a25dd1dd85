namespace Negotiations;

/// <summary>What one event makes of the facts, and of what bears on what.</summary>
/// <param name="Recorded">The event.</param>
/// <param name="Revisions">The revisions of facts.</param>
/// <param name="Claims">What reports say that was not known to bear on a fact or an act before.</param>
/// <param name="Orders">The acts that texts put in order, which were not known to before.</param>
public sealed record KeptStep(
    RecordedEvent Recorded,
    IReadOnlyList<FactRevision> Revisions,
    IReadOnlyList<FactClaim> Claims,
    IReadOnlyList<(string Earlier, string Later)> Orders
)
{
    /// <summary>By how much what answers count changes.</summary>
    public IReadOnlyList<Tally> Tallies { get; init; } = [];

    /// <summary>The acts that are dated vaguely otherwise than before.</summary>
    public IReadOnlyList<VagueAct> VagueActs { get; init; } = [];

    /// <summary>The articles of which other publications are assumed than before.</summary>
    public IReadOnlyList<AssumedPublications> Assumed { get; init; } = [];
}
