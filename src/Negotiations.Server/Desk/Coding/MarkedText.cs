using System.Text;

namespace Negotiations.Server.Desk;

/// <summary>A text with its marks: the places on which reports stand, and the words that somebody has chosen.</summary>
internal static class MarkedText
{
    /// <summary>The lines of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The places of each report, by its number.</param>
    /// <param name="chosen">The words that are chosen; null for none.</param>
    public static IReadOnlyList<TextLine> Cut(
        NormalisedText text,
        IReadOnlyList<(int Report, int Start, int End)> places,
        (int Start, int End)? chosen
    )
    {
        var runes = text.Value.EnumerateRunes().ToArray();
        var edges = places
            .SelectMany(place => new[] { place.Start, place.End })
            .Concat(chosen is { } words ? [words.Start, words.End] : [])
            .ToHashSet();
        var first = places
            .GroupBy(place => place.Report)
            .Select(report => report.MinBy(place => place.Start))
            .ToLookup(place => place.End, place => place.Report);
        var open = new Marks(places, chosen);
        var lines = new List<TextLine>();
        var pieces = new List<TextPiece>();
        var from = 0;
        for (var at = 0; at <= runes.Length; at++)
        {
            var isEnd = at == runes.Length || runes[at].Value == '\n';
            var isSign = !isEnd && IsSign(runes[at]);
            if (isEnd || isSign || edges.Contains(at) || (at > 0 && at - 1 >= from && IsSign(runes[at - 1])))
            {
                Close(at);
                from = at;
            }

            if (!isEnd)
                continue;
            if (pieces.Count > 0)
                lines.Add(new([.. pieces]));
            pieces.Clear();
            from = at + 1;
        }

        return lines;

        void Close(int end)
        {
            if (end > from)
                pieces.Add(
                    new(
                        from,
                        string.Concat(runes[from..end]),
                        open.FindReports(from),
                        open.IsChosen(from),
                        [.. first[end].Order()]
                    )
                );
        }
    }

    // What a page shows as a sign of several letters is a piece of its own, so that places after it are counted right.
    private static bool IsSign(Rune rune) =>
        rune.Value is < ' ' or > '~' && VisibleText.Show(rune.ToString()) != rune.ToString();

    private sealed class Marks(IReadOnlyList<(int Report, int Start, int End)> places, (int Start, int End)? chosen)
    {
        public IReadOnlyList<int> FindReports(int at) =>
            [
                .. places
                    .Where(place => place.Start <= at && at < place.End)
                    .Select(place => place.Report)
                    .Distinct()
                    .Order(),
            ];

        public bool IsChosen(int at) => chosen is { } words && words.Start <= at && at < words.End;
    }
}

/// <summary>A line of a text, mostly a paragraph.</summary>
/// <param name="Pieces">Its pieces, in order.</param>
public sealed record TextLine(IReadOnlyList<TextPiece> Pieces);

/// <summary>A piece of a text.</summary>
/// <param name="From">Position of its first code point.</param>
/// <param name="Words">What it says.</param>
/// <param name="Reports">The numbers of the reports that stand on it.</param>
/// <param name="IsChosen">Whether somebody has chosen it.</param>
/// <param name="Ending">The numbers of the reports whose first place ends with it.</param>
public sealed record TextPiece(
    int From,
    string Words,
    IReadOnlyList<int> Reports,
    bool IsChosen,
    IReadOnlyList<int> Ending
);
