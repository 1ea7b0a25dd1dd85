namespace Negotiations.Formats;

/// <summary>Footnotes, numbered in the order in which they are first needed; the same text has one number.</summary>
public sealed class Footnotes
{
    private readonly List<(string Text, int Number)> texts = [];

    /// <summary>The footnotes so far.</summary>
    public IReadOnlyList<(string Text, int Number)> Texts => texts;

    /// <summary>The number of a footnote.</summary>
    public int AssignNumber(string text)
    {
        var known = texts.FirstOrDefault(note => note.Text == text).Number;
        if (known > 0)
            return known;
        texts.Add((text, texts.Count + 1));
        return texts.Count;
    }
}
