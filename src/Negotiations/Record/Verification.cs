namespace Negotiations;

/// <summary>Whether the answers that a store gives are those that its streams give.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Settled">The place on the record clock for which it was checked.</param>
/// <param name="Answers">Number of answers compared.</param>
/// <param name="Faults">Where they differ; empty when all is well.</param>
public sealed record Verification(
    string Negotiation,
    RecordPosition Settled,
    int Answers,
    IReadOnlyList<VerificationFault> Faults
);
