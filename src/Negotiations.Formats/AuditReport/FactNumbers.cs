using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>
/// The numbers that the facts of an answer have on a page, in the order in which they stand there, and what they are
/// called elsewhere on it.
/// </summary>
public sealed class FactNumbers
{
    private readonly Dictionary<string, (int Number, BriefingLine Line)> facts;

    /// <summary>Numbers the facts.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="lines">Facts in words.</param>
    public FactNumbers(Answer answer, FactLine lines)
    {
        Rounds =
        [
            .. Formats
                .Rounds.GroupByRound(answer, answer.Facts, fact => fact.Key)
                .Select(round => (round.Key, Subjects.InSections(round, fact => fact.Key).ToList())),
        ];
        facts = Rounds
            .SelectMany(round => round.Sections.SelectMany(section => section))
            .Select((fact, i) => (fact.Key, Number: i + 1, Line: lines.Describe(fact)))
            .ToDictionary(fact => fact.Key, fact => (fact.Number, fact.Line), StringComparer.Ordinal);
    }

    /// <summary>The facts in their order, by round and by subject.</summary>
    public IReadOnlyList<(string Round, List<IGrouping<string, Fact>> Sections)> Rounds { get; }

    /// <summary>The number of a fact.</summary>
    public int GetNumber(string key) => facts[key].Number;

    /// <summary>A fact in words.</summary>
    public BriefingLine GetLine(string key) => facts[key].Line;

    /// <summary>The place on the page where a fact stands.</summary>
    public static string FormatAnchor(string key) => $"fact-{key}";

    /// <summary>A link to a fact, with whom and what it is about, and its key.</summary>
    public IElement LinkTo(string key, HtmlPage page)
    {
        var (number, line) = facts[key];
        return page.Element(
            "span",
            page.Element(
                "a",
                ("href", $"#{FormatAnchor(key)}"),
                $"fact {number}, ",
                page.Element("bdi", line.Subject),
                line.Status is { } status ? $": {status}" : null
            ),
            " ",
            page.Element("code", ("class", "key"), key)
        );
    }

    /// <summary>A link to a fact as short as it can be: its number, and whom it is about.</summary>
    public IElement ShortLinkTo(string key, HtmlPage page) =>
        page.Element(
            "a",
            ("href", $"#{FormatAnchor(key)}"),
            ("title", key),
            $"{facts[key].Number} ",
            page.Element("bdi", facts[key].Line.Subject)
        );
}
