namespace Negotiations.Formats;

/// <summary>Words as they begin a heading or a sentence.</summary>
public static class Capital
{
    /// <summary>The words with a capital at their beginning.</summary>
    public static string Of(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
