using Negotiations.Coding;

namespace Negotiations.Cli.Messages;

/// <summary>What an import comes to, in lines.</summary>
internal static class ImportedDraftText
{
    private const int MostListed = 10;

    /// <summary>The lines.</summary>
    /// <param name="imported">The import.</param>
    /// <param name="open">What a replay would say against the draft.</param>
    public static IEnumerable<string> Describe(ImportedDraft imported, IReadOnlyList<CodingError> open)
    {
        yield return imported.Events.Count switch
        {
            0 => "nothing is proposed",
            1 => "1 proposal; decide it with 'negotiations review'",
            var count => $"{count} proposals; decide them with 'negotiations review'",
        };
        foreach (var left in imported.LeftOut)
            yield return $"left out: {left.Count} × {left.Label} ({left.Reason})";
        foreach (var line in List(imported.Notes, "more was left out"))
            yield return line;
        if (open.Count > 0)
            yield return "before these are accepted, the review will ask for:";
        foreach (var line in List(open, "more to be filled in"))
            yield return line;
    }

    private static IEnumerable<string> List(IReadOnlyList<CodingError> all, string more)
    {
        foreach (var one in all.Take(MostListed))
            yield return one.ToString();
        if (all.Count > MostListed)
            yield return $"{more}: {all.Count - MostListed} places";
    }
}
