using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>Each fact with its value, what is known of it, and a line for each report for and against it.</summary>
public sealed class FactSections(
    HtmlPage page,
    Blame blame,
    ReportNumbers numbers,
    FactNumbers facts,
    IntegrityFlags marks,
    ILookup<string, string> weakSpots
)
{
    /// <summary>The title of the facts that corrections took away.</summary>
    public const string VanishedTitle = "Not known any more";

    private static readonly string[] Columns = ["Role", "Report", "Who says so", "Outlet and day", "Says"];

    private readonly NameWords names = new(blame.Answer.Definition);
    private readonly ChangeWords changes = new(new(blame.Answer.Definition));
    private readonly BlameWords words = new(new(blame.Answer.Definition), blame.Answer.Zone);
    private readonly SourceWords sources = new(new(blame.Answer.Definition), blame.Answer.Zone);
    private readonly Dictionary<string, BlamedFact> blamed = blame.Facts.ToDictionary(
        fact => fact.Fact.Key,
        StringComparer.Ordinal
    );

    /// <summary>The facts, by round and subject in the order of a briefing.</summary>
    public IEnumerable<IElement> All() =>
        facts.Rounds.Select(round =>
            page.Element(
                "section",
                page.Element("h2", ("id", FormatAnchor(round.Round)), ("dir", "auto"), names.DisplayRound(round.Round)),
                round.Sections.Select(
                    (section, i) =>
                        page.Element(
                            "section",
                            page.Element("h3", ("id", $"{FormatAnchor(round.Round)}-{i + 1}"), section.Key),
                            IntegrityFlagElements.Lines(marks.ForFile, page),
                            Table(
                                $"{FormatAnchor(round.Round)}-{i + 1}",
                                section.Select(fact => BuildFact(blamed[fact.Key]))
                            )
                        )
                )
            )
        );

    /// <summary>The facts that corrections took away, with the reports that asserted them.</summary>
    public IElement Vanished() =>
        page.Element(
            "section",
            page.Element("h2", ("id", "vanished"), VanishedTitle),
            IntegrityFlagElements.Lines(marks.ForFile, page),
            Table(
                "vanished",
                blame.Vanished.Select(vanished =>
                    page.Element(
                        "tbody",
                        ("class", "fact"),
                        ("id", FactNumbers.FormatAnchor(vanished.Key)),
                        Head(
                            page.Element(
                                "h4",
                                page.Element("code", vanished.Key),
                                ": ",
                                page.Element("strong", ChangeWords.Gone)
                            )
                        ),
                        Rows("withdrawn", vanished.Withdrawn, vanished.Key, "")
                    )
                )
            )
        );

    /// <summary>The place on the page where the facts of a round begin.</summary>
    public static string FormatAnchor(string round) => $"round-{round}";

    // One table for a section, so that paper has its head on each sheet and a reader hears it in each row.
    private IElement Table(string title, IEnumerable<IElement> bodies) =>
        page.Element(
            "table",
            ("aria-labelledby", title),
            page.Element(
                "thead",
                page.Element("tr", Columns.Select(head => page.Element("th", ("scope", "col"), head)))
            ),
            bodies
        );

    private IElement Head(params IEnumerable<object?> content) =>
        page.Element("tr", ("class", "head"), page.Element("td", ("colspan", $"{Columns.Length}"), content));

    private IElement BuildFact(BlamedFact blamed)
    {
        var (fact, line) = (blamed.Fact, facts.GetLine(blamed.Fact.Key));
        var value = changes.DescribeValue(fact.Value, fact.Key);
        var said = string.Join(", ", new[] { line.Status, line.Details }.Where(word => !string.IsNullOrEmpty(word)));
        return page.Element(
            "tbody",
            ("class", "fact"),
            ("id", FactNumbers.FormatAnchor(fact.Key)),
            Head(
                page.Element(
                    "h4",
                    ("dir", "auto"),
                    page.Element("span", ("class", "number"), $"{facts.GetNumber(fact.Key)} "),
                    page.Element("bdi", Capitalisation.Capitalise(line.Subject)),
                    ": ",
                    page.Element("strong", page.Element("bdi", said)),
                    " ",
                    page.Element("code", ("class", "key"), fact.Key)
                ),
                ListFlags(blamed),
                page.Element(
                    "p",
                    ("class", "meta"),
                    DescribeDetails(fact, line).SelectMany((part, i) => i == 0 ? new object[] { part } : [" · ", part]),
                    ".",
                    Notes(fact.Key)
                )
            ),
            Enum.GetValues<ReportRole>()
                .Select(role =>
                    Rows(
                        role == ReportRole.Because ? "for" : BlameWords.DescribeRole(role),
                        [.. blamed.With(role)],
                        fact.Key,
                        value
                    )
                )
        );
    }

    // What is wrong with a report is wrong with what it makes known, or makes doubtful.
    private IEnumerable<IElement> ListFlags(BlamedFact blamed)
    {
        var reports = blamed
            .Because.Select(report => (report.Visible, Role: "rests on"))
            .Concat(blamed.Against.Select(report => (report.Visible, Role: "is contested by")));
        return from marked in reports.SelectMany(report =>
                marks
                    .Find(report.Visible)
                    .DistinctBy(mark => mark.Word)
                    .Select(mark => (Mark: mark, report.Visible, report.Role))
            )
            group marked by marked.Mark.Word into same
            let said = same.GroupBy(marked => marked.Role)
                .SelectMany(
                    (role, i) =>
                        new object[]
                        {
                            i == 0 ? "this fact " : ", and ",
                            role.Key,
                            " ",
                            role.SelectMany(
                                (marked, j) =>
                                    new object[] { j == 0 ? "" : " ", numbers.BareLinkTo(marked.Visible, page) }
                            ),
                        }
                )
            select IntegrityFlagElements.Line(same.First().Mark, page, said);
    }

    private IEnumerable<object> DescribeDetails(Fact fact, BriefingLine line)
    {
        if (fact.Disputed)
            yield return page.Element("strong", "disputed");
        if (line.Happened is { } happened)
            yield return $"happened {happened}";
        var assumed = fact.Assumes.Count > 0 ? " (by an assumed time of publication)" : "";
        yield return $"known since {line.Since}{assumed}";
        yield return $"standing: {Camel.Apart(EnumText.Format(fact.Standing))}";
        yield return EnumText.Format(fact.Modality);
        yield return $"{QuestionWords.Count(fact.Origins, "origin")}, {QuestionWords.Count(fact.Carriers, "outlet")}";
        // That is said in a word above, where no erasure is recorded.
        var isAltered =
            fact.Flags.Contains(FactFlag.Erased)
            && fact.Because.Any(id =>
                blamed[fact.Key]
                    .Because.Any(report =>
                        report.Visible.EventId == id
                        && marks.Find(report.Visible).Any(mark => mark.Word == IntegrityFlag.Altered)
                    )
            );
        foreach (var flag in fact.Flags.Where(flag => !isAltered || flag != FactFlag.Erased))
            yield return Camel.Apart(flag);
    }

    private IElement? Notes(string key)
    {
        var notes = weakSpots[key].ToList();
        return notes.Count == 0 ? null : page.Element("em", $" {Capitalisation.Capitalise(string.Join("; ", notes))}.");
    }

    private IEnumerable<IElement> Rows(string role, IEnumerable<BlamedReport> reports, string key, string value) =>
        reports.Select(report =>
            page.Element(
                "tr",
                ("class", role),
                page.Element("th", ("scope", "row"), role),
                page.Element("td", numbers.LinkTo(report.Visible, page)),
                page.Element("td", page.Element("bdi", words.DescribeOrigin(report))),
                page.Element("td", page.Element("bdi", sources.DescribeArticle(report.Visible))),
                page.Element(
                    "td",
                    page.Element("bdi", SaidBy(report, key, value)),
                    role != "withdrawn"
                        ? null
                        : page.Element(
                            "ul",
                            report.Corrections.Select(correction =>
                                page.Element("li", words.DescribeCorrection(correction))
                            )
                        )
                )
            )
        );

    private string SaidBy(BlamedReport report, string key, string value)
    {
        if (report.Value is null)
            return "dates or orders the acts";
        var said = changes.DescribeValue(report.Value, key);
        return said == value ? "the same"
            : said.Length == 0 ? "the same act, without details"
            : said;
    }
}
