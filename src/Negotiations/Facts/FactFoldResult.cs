namespace Negotiations;

/// <summary>The facts of a fold.</summary>
/// <param name="Facts">The facts, ordered by key.</param>
/// <param name="LeftOut">Number of acts that were left out because their date is too vague for the bound on the
/// happened clock.</param>
public sealed record FactFoldResult(IReadOnlyList<Fact> Facts, int LeftOut);
