namespace Negotiations.Formats;

/// <summary>Words as they begin a heading or a sentence.</summary>
public static class Capitalisation
{
    /// <summary>The words with a capital at their beginning.</summary>
    public static string Capitalise(string words) =>
        words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
