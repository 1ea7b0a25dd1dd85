using NodaTime;

namespace Negotiations;

/// <summary>A place where a store answers otherwise than its streams do.</summary>
/// <param name="KnownBy">The bound on the known clock; null where there is none, or the record itself differs.</param>
/// <param name="Where">The key of a fact, <c>answered</c> for what an answer stands on, or a position of the
/// record.</param>
/// <param name="Stored">What the store has; null where it has nothing.</param>
/// <param name="Rebuilt">What the streams give; null where they give nothing.</param>
public sealed record VerificationFault(Instant? KnownBy, string Where, string? Stored, string? Rebuilt);
