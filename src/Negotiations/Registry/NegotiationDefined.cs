namespace Negotiations;

/// <summary>
/// The negotiation's own file, as it stood when it was replayed; a change of the file is another such event.
/// </summary>
public sealed record NegotiationDefined : DomainEvent
{
    /// <summary>Identifier of the negotiation.</summary>
    public required string Negotiation { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Identifier of the time zone of the talks in the tz database, such as <c>Europe/Istanbul</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The rounds of talks.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>
    /// Everyone and everything with a name: parties, people, institutions, groups, outlets, agencies.
    /// </summary>
    public required IReadOnlyList<NamedEntity> Entities { get; init; }

    /// <summary>The issues under negotiation; empty where the file lists none.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>The places that the file knows; empty where it lists none.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Why a report cannot belong to a round, or null: nobody defined it.</summary>
    public string? ProblemWithRound(string round) =>
        round == Round.General || Rounds.Any(known => known.Id == round)
            ? null
            : $"nobody defined the round '{round}'; there are "
                + $"{string.Join(", ", Rounds.Select(known => known.Id))} and {Round.General}";
}
