using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Negotiations.Formats;

/// <summary>
/// A comparison as Markdown: a table with both sides beside each other, what differs struck through and bold.
/// </summary>
public static class DiffMarkdown
{
    private static readonly SideBySideDiffBuilder Differ = new(new Differ());

    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(AnswerDiff comparison)
    {
        var (from, to) = (comparison.From, comparison.To);
        var words = new DifferenceWords(new(to.Definition), to.Zone);
        List<string> lines =
        [
            $"# {Markdown.Escape(to.Definition.Title)}: what changed",
            "",
            $"{QuestionWords.Count(comparison.Changes.Count, "fact")} changed.",
        ];
        lines.AddRange(Markdown.Notes(QuestionWords.Warnings(comparison)));
        if (comparison.Changes.Count == 0)
            return string.Join('\n', lines);
        lines.AddRange([
            "",
            .. Markdown.Header(
                "Fact",
                QuestionWords.Asked(from.Asked, from.Zone),
                QuestionWords.Asked(to.Asked, to.Zone)
            ),
        ]);
        foreach (var change in comparison.Changes)
        {
            var sides = Differ.BuildDiffModel(
                words.Describe(change.Before),
                change.After is null ? ChangeWords.Gone : words.Describe(change.After)
            );
            lines.Add(
                $"| {Markdown.Escape(change.Key)} | {WriteSide(sides.OldText, "~~")} | "
                    + $"{WriteSide(sides.NewText, "**")} |"
            );
        }

        return string.Join('\n', lines);
    }

    private static string WriteSide(DiffPaneModel side, string mark) =>
        string.Concat(
            side.Lines.Select(line =>
                line.Type switch
                {
                    ChangeType.Inserted or ChangeType.Deleted => Marked(line.Text, mark),
                    ChangeType.Modified => Pieces(line.SubPieces, mark),
                    _ => Markdown.Escape(line.Text ?? ""),
                }
            )
        );

    // Neighbouring words that differ are marked as one, so that no mark stands beside another.
    private static string Pieces(IReadOnlyList<DiffPiece> pieces, string mark)
    {
        var text = "";
        var differing = "";
        foreach (var piece in pieces.Where(piece => piece.Type != ChangeType.Imaginary))
        {
            if (
                piece.Type is ChangeType.Inserted or ChangeType.Deleted or ChangeType.Modified
                || (differing.Length > 0 && string.IsNullOrWhiteSpace(piece.Text))
            )
            {
                differing += piece.Text;
                continue;
            }

            text += Marked(differing, mark) + Markdown.Escape(piece.Text);
            differing = "";
        }

        return text + Marked(differing, mark);
    }

    // Beside a letter, markup that begins or ends with a space or a comma is none.
    private static string Marked(string text, string mark)
    {
        var inner = text.Trim(' ', ',', ';', ':', '·');
        if (inner.Length == 0)
            return text;
        var start = text.IndexOf(inner, StringComparison.Ordinal);
        return $"{text[..start]}{mark}{Markdown.Escape(inner)}{mark}{text[(start + inner.Length)..]}";
    }
}
