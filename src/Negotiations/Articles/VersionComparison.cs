namespace Negotiations;

/// <summary>
/// What became of the reports of the version before, as the coder of a new version of an article found.
/// </summary>
/// <remarks>What is not listed was not compared.</remarks>
/// <param name="With">Name of the version before.</param>
/// <param name="Carries">Reports that the new version still carries, with where they stand in it.</param>
/// <param name="Replaces">Reports that reports of the new version replace: these are history, and no second
/// origin.</param>
/// <param name="Drops">Reports that the new version no longer carries: neither retracted nor corrected.</param>
public sealed record VersionComparison(
    string With,
    IReadOnlyList<CarriedReport> Carries,
    IReadOnlyList<ReplacedReport> Replaces,
    IReadOnlyList<string> Drops
);
