using System.Globalization;
using Negotiations.Cli.Rendering;
using Negotiations.Coding;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Review;

/// <summary>A proposal as its reviewer sees it: the sentence with the evidence in it, and every field.</summary>
internal static class ReviewCard
{
    // A sentence before and after is enough to see what "he" means.
    private const int Around = 160;

    /// <summary>The parts of the card.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="text">The text; null where it is not at hand.</param>
    /// <param name="place">Which of how many it is.</param>
    public static IEnumerable<IRenderable> Render(DraftEvent proposal, NormalisedText? text, string place)
    {
        yield return new Rule(Spectre.Console.Markup.Escape($"{place}  {proposal.Type}  ({proposal.Id})"))
        {
            Style = Styles.Quiet,
            Justification = Justify.Left,
        };
        if (Quote(proposal, text) is { } quote)
            yield return new Padder(quote, new Padding(2, 0, 0, 1));
        var grid = new Grid();
        grid.AddColumn(new GridColumn { Padding = new(2, 0, 3, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var (name, value) in proposal.Fields)
            grid.AddRow(new Text(name, Styles.Quiet), new Text(value));
        foreach (var evidence in proposal.Evidence)
            grid.AddRow(new Text("evidence", Styles.Quiet), new Text(evidence));
        if (proposal.Acts.Count > 0)
            grid.AddRow(new Text("may be act", Styles.Quiet), new Text(string.Join(", ", proposal.Acts)));
        grid.AddRow(new Text("proposed by", Styles.Quiet), new Text(DescribeBy(proposal)));
        yield return grid;
    }

    private static string DescribeBy(DraftEvent proposal) =>
        proposal.By
        + (
            proposal.Confidence is { } confidence
                ? string.Create(CultureInfo.InvariantCulture, $", {confidence:0.00} sure")
                : ""
        )
        + (proposal.IsEdited ? ", edited" : "");

    private static Paragraph? Quote(DraftEvent proposal, NormalisedText? text)
    {
        if (text is null)
            return null;
        var finder = new WordPlaces(text);
        var places = proposal.Evidence.Select(finder.Find).OfType<(int Start, int End)>().Order().ToList();
        if (places.Count == 0 && proposal.Sentence is { } sentence && sentence.End <= text.Length)
            places = [sentence];
        if (places.Count == 0)
            return null;
        var from = FindSpace(Math.Min(proposal.Sentence?.Start ?? places[0].Start, places[0].Start) - Around, -1);
        var to = FindSpace(Math.Max(proposal.Sentence?.End ?? places[^1].End, places[^1].End) + Around, 1);
        var quote = new Paragraph();
        quote.Append(from > 0 ? "… " : "", Styles.Quiet);
        var at = from;
        foreach (var (start, end) in places)
        {
            if (start < at)
                continue;
            quote.Append(Show(at, start), Styles.Quiet);
            quote.Append($"[{Show(start, end)}]", Styles.Strong);
            at = end;
        }

        quote.Append(Show(at, to), Styles.Quiet);
        quote.Append(to < text.Length ? " …" : "", Styles.Quiet);
        return quote;

        // Not in the midst of a word.
        int FindSpace(int at, int step)
        {
            while (at > 0 && at < text.Length && !char.IsWhiteSpace(text.Slice(at, at + 1)[0]))
                at += step;
            return Math.Clamp(at, 0, text.Length);
        }

        string Show(int start, int end) => text.Slice(start, end).Replace("\n\n", "\n");
    }
}
