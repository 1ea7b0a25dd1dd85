using DiffPlex;

namespace Negotiations.Coding;

/// <summary>Which word of a new text each word of an old one is.</summary>
/// <remarks>
/// First whole paragraphs are aligned, then the sentences of those that are left between the same neighbours, then
/// their words: so a passage that is gone is not taken for a lookalike somewhere else. A paragraph that is in either
/// text only once, and stands in another order, has moved.
/// </remarks>
internal sealed class WordAlignment
{
    private static readonly Differ Differ = new();

    private readonly IReadOnlyList<TextWord> before;
    private readonly IReadOnlyList<TextWord> after;
    private readonly int[] newOf;
    private readonly bool[] isTaken;
    private readonly bool[] hasMoved;

    public WordAlignment(IReadOnlyList<TextWord> before, IReadOnlyList<TextWord> after)
    {
        (this.before, this.after) = (before, after);
        newOf = [.. Enumerable.Repeat(-1, before.Count)];
        isTaken = new bool[after.Count];
        hasMoved = new bool[before.Count];
        AlignParagraphs();
    }

    /// <summary>The place of a word of the old text among those of the new one; null where it is not there.</summary>
    public int? this[int place] => newOf[place] < 0 ? null : newOf[place];

    /// <summary>Whether a word of the old text stands in another order in the new one.</summary>
    public bool HasMoved(int place) => hasMoved[place];

    /// <summary>Whether a word of the new text is one of the old text.</summary>
    public bool IsOld(int place) => isTaken[place];

    private void AlignParagraphs()
    {
        var left = Match(
            Pieces(before, Enumerable.Range(0, before.Count), word => word.Paragraph),
            Pieces(after, Enumerable.Range(0, after.Count), word => word.Paragraph)
        );
        TakeMoved(left);
        foreach (var (old, @new) in left)
        {
            var sentences = Match(
                Pieces(before, NotTaken(old, place => newOf[place] >= 0), word => word.Sentence),
                Pieces(after, NotTaken(@new, place => isTaken[place]), word => word.Sentence)
            );
            foreach (var (oldWords, newWords) in sentences)
                Match(
                    Pieces(before, oldWords.SelectMany(piece => piece), word => word.Start),
                    Pieces(after, newWords.SelectMany(piece => piece), word => word.Start)
                );
        }
    }

    // Takes what is the same on both sides in the same order; what is left lies between the same neighbours.
    private List<(IReadOnlyList<IReadOnlyList<int>> Old, IReadOnlyList<IReadOnlyList<int>> New)> Match(
        IReadOnlyList<IReadOnlyList<int>> old,
        IReadOnlyList<IReadOnlyList<int>> @new
    )
    {
        var left = new List<(IReadOnlyList<IReadOnlyList<int>>, IReadOnlyList<IReadOnlyList<int>>)>();
        if (old.Count == 0 || @new.Count == 0)
        {
            left.Add((old, @new));
            return left;
        }

        var (a, b) = (0, 0);
        var differences = Differ.CreateCustomDiffs(
            string.Join('\n', old.Select(piece => JoinWords(before, piece))),
            string.Join('\n', @new.Select(piece => JoinWords(after, piece))),
            ignoreWhiteSpace: false,
            chunker: text => text.Split('\n')
        );
        foreach (var block in differences.DiffBlocks)
        {
            while (a < block.DeleteStartA)
                Take(old[a++], @new[b++], moved: false);
            left.Add(([.. old.Skip(a).Take(block.DeleteCountA)], [.. @new.Skip(b).Take(block.InsertCountB)]));
            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        while (a < old.Count)
            Take(old[a++], @new[b++], moved: false);
        return left;
    }

    private void TakeMoved(List<(IReadOnlyList<IReadOnlyList<int>> Old, IReadOnlyList<IReadOnlyList<int>> New)> left)
    {
        var once = Once(before).Intersect(Once(after), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var news = left.SelectMany(block => block.New)
            .ToLookup(piece => JoinWords(after, piece), StringComparer.Ordinal);
        foreach (
            var piece in left.SelectMany(block => block.Old).Where(piece => once.Contains(JoinWords(before, piece)))
        )
        {
            if (news[JoinWords(before, piece)].FirstOrDefault() is { } moved)
                Take(piece, moved, moved: true);
        }
    }

    private static IEnumerable<string> Once(IReadOnlyList<TextWord> words) =>
        Pieces(words, Enumerable.Range(0, words.Count), word => word.Paragraph)
            .Select(piece => JoinWords(words, piece))
            .CountBy(text => text)
            .Where(text => text.Value == 1)
            .Select(text => text.Key);

    private void Take(IReadOnlyList<int> old, IReadOnlyList<int> @new, bool moved)
    {
        foreach (var (was, now) in old.Zip(@new))
            (newOf[was], isTaken[now], hasMoved[was]) = (now, true, moved);
    }

    private static IEnumerable<int> NotTaken(IEnumerable<IReadOnlyList<int>> pieces, Func<int, bool> isTaken) =>
        pieces.SelectMany(piece => piece).Where(place => !isTaken(place));

    private static IReadOnlyList<IReadOnlyList<int>> Pieces(
        IReadOnlyList<TextWord> words,
        IEnumerable<int> places,
        Func<TextWord, int> piece
    ) => [.. places.GroupBy(place => piece(words[place])).Select(group => (IReadOnlyList<int>)[.. group])];

    private static string JoinWords(IReadOnlyList<TextWord> words, IEnumerable<int> piece) =>
        string.Join(' ', piece.Select(place => words[place].Text));
}
