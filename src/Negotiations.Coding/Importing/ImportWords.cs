namespace Negotiations.Coding;

/// <summary>Words of messages about annotations.</summary>
internal static class ImportWords
{
    private const int Longest = 60;

    /// <summary>The beginning of a text of others, in one line.</summary>
    public static string Shorten(string text)
    {
        var line = text.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ');
        if (line.Length <= Longest)
            return line;
        // No half of a character stays behind.
        var end = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..end] + "…";
    }

    /// <summary>Whether a name in a mapping means a layer or a feature: it is that, or the part behind its last
    /// dots.</summary>
    public static bool IsName(string name, string meant) =>
        name == meant
        || name.Length > meant.Length
            && name[name.Length - meant.Length - 1] == '.'
            && name.EndsWith(meant, StringComparison.Ordinal)
        || name.Length > 1 && name[0] == '^' && meant.Length > 1 && meant[0] == '^' && IsName(name[1..], meant[1..]);
}
