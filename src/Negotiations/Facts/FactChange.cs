using NodaTime;

namespace Negotiations;

/// <summary>A change of a fact on the known clock.</summary>
/// <param name="Known">When the change became known.</param>
/// <param name="Key">Key of the fact.</param>
/// <param name="Before">The fact until then; null where there was none.</param>
/// <param name="After">The fact from then on; null where it is gone.</param>
public sealed record FactChange(Instant Known, string Key, Fact? Before, Fact? After);
