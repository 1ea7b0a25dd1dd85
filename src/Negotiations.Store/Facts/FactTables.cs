namespace Negotiations.Store;

/// <summary>The tables of the facts that are kept ready; <c>Migration/facts.sql</c> makes them.</summary>
internal static class FactTables
{
    /// <summary>How the names of all of them begin.</summary>
    public const string Prefix = "negotiations_fact_";

    /// <summary>The makings of facts.</summary>
    public const string Builds = $"{Prefix}builds";

    /// <summary>Those that hold what belongs to a making, by its number in the column <c>build</c>.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    [
        $"{Prefix}claims",
        $"{Prefix}orders",
        $"{Prefix}sources",
        $"{Prefix}revisions",
        $"{Prefix}pages",
        $"{Prefix}stretches",
        $"{Prefix}tallies",
        $"{Prefix}counts",
        $"{Prefix}vague_acts",
        $"{Prefix}assumed",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Builds, .. Parts];
}
