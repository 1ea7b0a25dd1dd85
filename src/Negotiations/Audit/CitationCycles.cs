namespace Negotiations;

/// <summary>Finds chains of attribution that come back to where they began.</summary>
internal static class CitationCycles
{
    /// <summary>The name that a chain of attribution has twice; null where there is none.</summary>
    public static Name? FindRepeated(IReadOnlyList<ChainLink> chain) =>
        chain
            .Select(link => link.Name)
            .OfType<Name>()
            .GroupBy(name => name.Id)
            .FirstOrDefault(group => group.Count() > 1)
            ?.First();

    /// <summary>
    /// The outlets and agencies that have an act from each other, in the order in which each cites the next; null where
    /// none do.
    /// </summary>
    /// <param name="reports">The reports of one act.</param>
    public static IReadOnlyList<string>? Find(IEnumerable<VisibleReport> reports)
    {
        var cited = reports
            .SelectMany(report => ListPairs(report.Report.Chain))
            .Where(pair => pair.By != pair.From)
            .ToLookup(pair => pair.By, pair => pair.From, StringComparer.Ordinal);
        foreach (var start in cited.Select(group => group.Key).Order(StringComparer.Ordinal))
        {
            if (WayBack(start, start, cited, [start], []) is { } way)
                return way;
        }

        return null;
    }

    // Each outlet or agency of a chain has it from the one before.
    private static IEnumerable<(string By, string From)> ListPairs(IReadOnlyList<ChainLink> chain)
    {
        var passing = chain
            .Where(link => link is { PassesOn: true, Name: not null })
            .Select(link => link.Name!.Id)
            .ToList();
        return passing.Zip(passing.Skip(1), (from, by) => (by, from));
    }

    private static IReadOnlyList<string>? WayBack(
        string from,
        string to,
        ILookup<string, string> cited,
        List<string> way,
        HashSet<string> seen
    )
    {
        foreach (var next in cited[from].Distinct().Order(StringComparer.Ordinal))
        {
            if (next == to)
                return [.. way];
            // From where no way led back before, none does now.
            if (!seen.Add(next))
                continue;
            way.Add(next);
            if (WayBack(next, to, cited, way, seen) is { } found)
                return found;
            way.RemoveAt(way.Count - 1);
        }

        return null;
    }
}
