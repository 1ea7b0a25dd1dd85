using System.Text;

namespace Negotiations.Coding;

/// <summary>In what the words of a coded file and those of a text differ, told from the end.</summary>
/// <param name="written">The words of the coded file.</param>
/// <param name="text">The text.</param>
internal sealed class WordDifferences(NormalisedText written, NormalisedText text)
{
    private const int MostShown = 3;

    private readonly List<Chunk> chunks = [];
    private bool isOpen;

    /// <summary>How far two words are from each other: 0 equal, 1 alike, 2 different.</summary>
    public static int Compare(string one, string other) =>
        one == other ? 0
        : Unify(one) == Unify(other) ? 1
        : char.IsLetterOrDigit(one[0]) && SpellingSuggestions.To(one, [other]).Count > 0 && one.Length > 2 ? 1
        : 2;

    public void AddPair(TextWord word, TextWord there)
    {
        if (word.Text == there.Text)
            isOpen = false;
        else
            Add(word, there);
    }

    public void AddMissing(TextWord word) => Add(word, null);

    public void AddFurther(TextWord there) => Add(null, there);

    /// <summary>The first differences as a part of a sentence.</summary>
    public string Tell()
    {
        chunks.Reverse();
        var isOfMarks = chunks.TrueForAll(chunk =>
            chunk is { Written: { } one, There: { } other }
            && IsQuotationMark(Slice(written, one))
            && IsQuotationMark(Slice(text, other))
        );
        return (isOfMarks ? "only the quotation marks differ: " : "")
            + string.Join(", ", chunks.Take(MostShown).Select(Tell).Distinct())
            + (chunks.Count > MostShown ? ", …" : "");
    }

    private void Add(TextWord? word, TextWord? there)
    {
        if (!isOpen)
            chunks.Add(new(null, null));
        isOpen = true;
        chunks[^1] = new(Join(word, chunks[^1].Written), Join(there, chunks[^1].There));
    }

    private static (int Start, int End)? Join(TextWord? word, (int Start, int End)? later) =>
        word is { } first ? (first.Start, later?.End ?? first.End) : later;

    private string Tell(Chunk chunk) =>
        chunk switch
        {
            { Written: null, There: { } there } => $"the text has {Name(Slice(text, there))} besides",
            { Written: { } word, There: null } => $"the text does not have {Name(Slice(written, word))}",
            { Written: { } word, There: { } there } =>
                $"the text has {Name(Slice(text, there))} where you wrote {Name(Slice(written, word))}",
            _ => "",
        };

    private static string Slice(NormalisedText of, (int Start, int End)? stretch) =>
        of.Slice(stretch!.Value.Start, stretch.Value.End);

    // Signs that look alike, or like nothing, are told by their number.
    private static string Name(string words) =>
        words.EnumerateRunes().Count() == 1 && !Rune.IsLetterOrDigit(Rune.GetRuneAt(words, 0))
            ? $"{words} (U+{Rune.GetRuneAt(words, 0).Value:X4})"
            : Excerpt.Quote(words);

    private static bool IsQuotationMark(string sign) =>
        sign
            is "'"
                or "\""
                or "‘"
                or "’"
                or "“"
                or "”"
                or "„"
                or "«"
                or "»"
                or "‹"
                or "›"
                or "‚"
                or "′"
                or "″"
                or "`"
                or "´";

    private static string Unify(string word) =>
        IsQuotationMark(word) ? "'"
        : word is "-" or "‐" or "‑" or "–" or "—" or "−" ? "-"
        : word.ToLowerInvariant();

    private readonly record struct Chunk((int Start, int End)? Written, (int Start, int End)? There);
}
