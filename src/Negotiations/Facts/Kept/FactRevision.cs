namespace Negotiations;

/// <summary>From a position of the record clock on, a fact is another over a region of the other clocks.</summary>
/// <remarks>
/// What a fact is for a question follows from the last of its revisions, up to the bound on the record clock, in whose
/// region the question lies. A revision is never changed, for nothing recorded later changes what was recorded.
/// </remarks>
/// <param name="Position">The position of the event that made the difference.</param>
/// <param name="Key">Key of the fact.</param>
/// <param name="Region">The region.</param>
/// <param name="Fact">The fact, but for whether its round has overtaken it; null where it is not there.</param>
public sealed record FactRevision(long Position, string Key, FactRegion Region, FactState? Fact);
