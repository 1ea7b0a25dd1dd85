using AngleSharp.Dom;
using Negotiations.Cli.Rendering.Briefings;
using Negotiations.Cli.Rendering.Words;

namespace Negotiations.Cli.Rendering.HandOver;

/// <summary>Each fact with its value, what is known of it, and the reports for and against it.</summary>
internal sealed class FactSections(HtmlPage page, Blame blame, ReportNumbers numbers, ILookup<string, string> weakSpots)
{
    private readonly NameWords names = new(blame.Answer.Definition);
    private readonly FactLine lines = new(new(blame.Answer.Definition), blame.Answer.Zone, [.. blame.Answer.Assumptions.Where(assumption => assumption.MayBeTooEarly)]);
    private readonly ChangeWords changes = new(new(blame.Answer.Definition));
    private readonly BlameWords words = new(new(blame.Answer.Definition), blame.Answer.Zone);

    /// <summary>The place on the page where a fact stands.</summary>
    public static string AnchorOf(string key) => $"fact-{key}";

    /// <summary>The facts, by round and subject in the order of a briefing.</summary>
    public IEnumerable<IElement> All() =>
        from round in Rounds.Of(blame.Answer.Definition, blame.Facts, fact => fact.Fact.Key)
        select page.Element("section", ("class", "round"),
            page.Element("h2", ("id", $"round-{round.Key}"), names.OfRound(round.Key)),
            from section in Subjects.InSections(round, fact => fact.Fact.Key)
            select page.Element("section", page.Element("h3", section.Key), section.Select(Of)));

    /// <summary>The title of the facts that corrections took away.</summary>
    public const string VanishedTitle = "Not known any more";

    /// <summary>The facts that corrections took away, with the reports that asserted them.</summary>
    public IElement Vanished() => page.Element("section", ("class", "round"),
        page.Element("h2", ("id", "vanished"), VanishedTitle),
        from vanished in blame.Vanished
        select page.Element("article", ("class", "fact"), ("id", AnchorOf(vanished.Key)),
            page.Element("h4", page.Element("code", vanished.Key), ": ", page.Element("strong", ChangeWords.Gone)),
            Table(Rows("withdrawn", vanished.Withdrawn, vanished.Key))));

    private IElement Of(BlamedFact blamed)
    {
        var (fact, line) = (blamed.Fact, lines.Of(blamed.Fact));
        var value = string.Join(", ", new[] { line.Status, line.Details }.Where(word => !string.IsNullOrEmpty(word)));
        return page.Element("article", ("class", fact.Disputed ? "fact disputed" : "fact"), ("id", AnchorOf(fact.Key)),
            page.Element("h4", line.Subject, ": ", page.Element("strong", value)),
            page.Element("p", ("class", "key"), page.Element("code", fact.Key)),
            page.Element("p", string.Join(" · ", MetaOf(fact, line))),
            Notes(fact),
            Table(
                Rows("for", blamed.Because, fact.Key),
                Rows("against", blamed.Against, fact.Key),
                Rows("superseded", blamed.Superseded, fact.Key),
                Rows("withdrawn", blamed.Withdrawn, fact.Key)));
    }

    private static IEnumerable<string> MetaOf(Fact fact, BriefingLine line)
    {
        if (line.Happened is { } happened) yield return $"happened {happened}";
        yield return $"known since {line.Since}";
        yield return $"{line.Origin}";
        yield return $"standing: {Camel.Apart(Text.Of(fact.Standing))}";
        yield return $"{Text.Of(fact.Modality)}";
        yield return $"{QuestionWords.Count(fact.Origins, "origin")}, {QuestionWords.Count(fact.Carriers, "outlet")}";
    }

    private IElement? Notes(Fact fact)
    {
        List<string> notes =
        [
            .. weakSpots[fact.Key],
            .. fact.Assumes.Select(article => $"the time of publication of {article} is assumed"),
            .. fact.Flags.Select(flag => Camel.Apart(flag)),
        ];
        return notes.Count == 0 ? null : page.Element("ul", ("class", "notes"), notes.Select(note => page.Element("li", note)));
    }

    private IElement Table(params IEnumerable<IElement>[] rows) => page.Element("table",
        page.Element("thead", page.Element("tr", new[] { "", "Report", "Says", "Who says so", "Chain of attribution", "Published" }.Select(head => page.Element("th", ("scope", "col"), head)))),
        page.Element("tbody", rows.SelectMany(row => row)));

    private IEnumerable<IElement> Rows(string role, IEnumerable<BlamedReport> reports, string key) => reports.Select(report => page.Element("tr", ("class", role),
        page.Element("th", ("scope", "row"), role),
        page.Element("td", numbers.LinkTo(report.Visible, page)),
        page.Element("td", report.Value is null ? "dates or orders the acts" : changes.ValueOf(report.Value, key),
            role != "withdrawn" ? null : page.Element("ul", report.Corrections.Select(correction => page.Element("li", words.CorrectionOf(correction))))),
        page.Element("td", words.OriginOf(report)),
        page.Element("td", words.ChainOf(report)),
        page.Element("td", words.PublishedOf(report))));
}
