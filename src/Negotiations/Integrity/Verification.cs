using NodaTime;

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

/// <summary>A place where a store answers otherwise than its streams do.</summary>
/// <param name="KnownBy">The bound on the known clock; null where there is none, or the record itself differs.</param>
/// <param name="Where">The key of a fact, <c>answered</c> for what an answer stands on, or a position of the
/// record.</param>
/// <param name="Stored">What the store has; null where it has nothing.</param>
/// <param name="Rebuilt">What the streams give; null where they give nothing.</param>
public sealed record VerificationFault(Instant? KnownBy, string Where, string? Stored, string? Rebuilt);
