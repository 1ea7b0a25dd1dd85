namespace Negotiations.Server;

/// <summary>What taking something in came to.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Stream">The stream to which it belongs.</param>
/// <param name="Events">Identifiers of the events that were appended; none where everything was there already.</param>
public sealed record IntakeResult(string Negotiation, string Stream, IReadOnlyList<Guid> Events)
{
    /// <summary>What a decision comes to once it is committed.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="decision">The decision.</param>
    public static IntakeResult From(string negotiation, IntakeDecision decision) =>
        new(negotiation, decision.Stream, [.. decision.Append.Select(added => added.Id)]);
}
