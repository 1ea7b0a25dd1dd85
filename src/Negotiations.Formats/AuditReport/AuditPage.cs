using System.Reflection;
using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>
/// An audit of one negotiation as a page that can be handed over: one file, readable without the program, printable,
/// without anything to fetch.
/// </summary>
public static class AuditPage
{
    private static readonly Lazy<string> Style = new(() =>
    {
        using var sheet = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!;
        return new StreamReader(sheet).ReadToEnd();
    });

    /// <summary>The page.</summary>
    /// <param name="audit">The audit of the negotiation.</param>
    /// <param name="record">The checks of the record.</param>
    /// <param name="head">The link of the hash chain at the position of the answer, in hexadecimal; null where the
    /// record is empty.</param>
    public static string Build(Audit audit, IReadOnlyList<RecordCheck> record, string? head)
    {
        var answer = audit.Answer;
        var page = new HtmlPage($"{answer.Definition.Title}: who says so", Style.Value);
        var (blame, names) = (Blame.Trace(answer, audit.Log), new NameWords(answer.Definition));
        var marks = new IntegrityFlags(audit, record);
        var reports = new ReportNumbers(answer, blame.Withdrawn, marks);
        var facts = new FactNumbers(
            answer,
            new FactLine(names, answer.Zone, [.. answer.Assumptions.Where(assumption => assumption.MayBeTooEarly)])
            {
                Coded = CodedNames.Read(answer.Facts),
            }
        );
        var sections = new FactSections(page, blame, reports, facts, marks, GroupNotes(audit.SourcingIssues));
        var cards = new ReportCards(page, audit, [.. blame.Withdrawn], reports, marks);
        var texts = cards.Texts().ToList();
        page.Add(PageHead.Build(page, audit, record, head, reports, marks));
        List<IElement?> main =
        [
            IntegrityFindings.Build(page, audit, marks, reports, facts),
            Section(
                page,
                "weak",
                "Where the sourcing is weak",
                marks,
                new SourcingIssueLists(page, names, reports, facts).Build(audit.SourcingIssues)
            ),
            .. sections.All(),
            blame.Vanished.Count == 0 ? null : sections.Vanished(),
            Section(page, "reports", "The reports", marks, cards.All()),
            ErasedEvents.Build(audit.Log, marks, page),
            Section(page, "corrections", "Corrections", marks, [Corrections(page, audit)]),
            texts.Count == 0 ? null : Section(page, "texts", "The texts", marks, texts),
        ];
        page.Add(Contents(page, main.OfType<IElement>()), page.Element("main", main));
        return page.Write();
    }

    // All that names anybody rests on the file of the negotiation.
    private static IElement Section(
        HtmlPage page,
        string id,
        string title,
        IntegrityFlags marks,
        IEnumerable<IElement> content
    ) =>
        page.Element(
            "section",
            page.Element("h2", ("id", id), title),
            IntegrityFlagElements.Lines(marks.ForFile, page),
            content
        );

    private static IElement Contents(HtmlPage page, IEnumerable<IElement> sections) =>
        page.Element(
            "nav",
            ("aria-label", "Contents"),
            page.Element(
                "ul",
                from section in sections
                let title = section.QuerySelector("h2")!
                let facts = section.QuerySelectorAll("tbody.fact").Length
                select page.Element(
                    "li",
                    page.Element("a", ("href", $"#{title.Id}"), page.Element("bdi", title.TextContent)),
                    facts == 0 ? null : $" ({QuestionWords.Count(facts, "fact")})"
                )
            )
        );

    private static ILookup<string, string> GroupNotes(IEnumerable<SourcingIssue> spots) =>
        spots
            .Where(spot => spot.Kind != SourcingIssueKind.AssumedPublication)
            .SelectMany(spot => spot.Facts.Select(key => (key, spot.Sentence)))
            .ToLookup(note => note.key, note => note.Sentence);

    private static IElement Corrections(HtmlPage page, Audit audit)
    {
        var corrections = audit.Log.Timeline.Corrections;
        return corrections.All.Count == 0
            ? page.Element("p", "None is recorded.")
            : page.Element(
                "ol",
                corrections.All.Select(correction =>
                    page.Element(
                        "li",
                        ("id", $"correction-{correction.EventId}"),
                        ("dir", "auto"),
                        CorrectionWords.Describe(correction, audit.Answer.Zone),
                        corrections.IsInForce(correction, audit.Answer.Asked.KnownBy) ? null : ", not in force"
                    )
                )
            );
    }
}
