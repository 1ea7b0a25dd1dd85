using System.Reflection;
using AngleSharp.Dom;
using Negotiations.Cli.Audits;
using Negotiations.Cli.Rendering.Briefings;
using Negotiations.Cli.Rendering.Words;

namespace Negotiations.Cli.Rendering.HandOver;

/// <summary>
/// An audit of one negotiation as a page that can be handed over: one file, readable without the program, printable, without
/// anything to fetch.
/// </summary>
internal static class AuditPage
{
    private static readonly Lazy<string> Style = new(() =>
    {
        using var sheet = Assembly.GetExecutingAssembly().GetManifestResourceStream("page.css")!;
        return new StreamReader(sheet).ReadToEnd();
    });

    /// <summary>The page.</summary>
    /// <param name="audit">The audit of the negotiation.</param>
    /// <param name="record">The checks of the record.</param>
    /// <param name="head">The link of the hash chain at the position of the answer, in hexadecimal; null where the record is empty.</param>
    public static string Of(Audit audit, IReadOnlyList<RecordCheck> record, string? head)
    {
        var answer = audit.Answer;
        var page = new HtmlPage($"{answer.Definition.Title}: who says so", Style.Value);
        var blame = Blame.Of(answer, audit.Log);
        var numbers = new ReportNumbers(answer, blame.Withdrawn);
        page.Add(
            Header(page, audit, record, head),
            Contents(page, blame),
            page.Element("section", page.Element("h2", ("id", "weak"), "Where the sourcing is weak"), WeakSpots(page, audit.WeakSpots, numbers)));
        var sections = new FactSections(page, blame, numbers, NotesOf(audit.WeakSpots));
        page.Add(sections.All());
        if (blame.Vanished.Count > 0) page.Add(sections.Vanished());
        page.Add(
            page.Element("section", page.Element("h2", ("id", "reports"), "The reports"), new ReportCards(page, audit, [.. blame.Withdrawn], numbers).All()),
            page.Element("section", page.Element("h2", ("id", "corrections"), "Corrections"), Corrections(page, audit)));
        return page.Write();
    }

    private static IElement Header(HtmlPage page, Audit audit, IReadOnlyList<RecordCheck> record, string? head)
    {
        var answer = audit.Answer;
        return page.Element("header",
            page.Element("h1", $"{answer.Definition.Title}: who says so"),
            page.Element("p", ("class", "question"), QuestionWords.Asked(answer.Asked, answer.Zone)),
            page.Element("p", $"{QuestionWords.Count(answer.Facts.Count, "fact")} from {QuestionWords.StandsOn(answer)}. {QuestionWords.Count(answer.Corrections, "correction")} counted."),
            page.Element("ul",
                AuditWords.TextsOf(audit).Select(line => page.Element("li", ("class", audit.IsSound ? "sound" : "fault"), line)),
                record.SelectMany(check => new object[]
                {
                    page.Element("li", ("class", ClassOf(check.Status)), AuditWords.Of(check)),
                    check.Faults.Select(fault => page.Element("li", ("class", "fault"), fault.ToString())),
                }),
                head is null ? null : page.Element("li", $"Head of the hash chain at position {answer.Settled.Position}: ", page.Element("code", head),
                    ". Kept elsewhere, it shows later whether anybody has rewritten the record up to here."),
                answer.Erased == 0 ? null : page.Element("li", $"{QuestionWords.Count(answer.Erased, "event")} of this negotiation erased; what rested on them is gone."),
                QuestionWords.Assumptions(answer).Select(assumption => page.Element("li", assumption))),
            page.Element("p", ("class", "quiet"), "A value stands on the reports that are listed as for it; those against it, and those that it superseded, stand beside it. "
                + "Numbers in brackets are the reports, described below. Positions count the Unicode code points of the normalised text (NFC, lines ended by LF) from 0; "
                + "a hash is SHA-256 of its UTF-8 bytes, so whoever holds an article can check each passage."));
    }

    private static string ClassOf(RecordStatus status) => status switch
    {
        RecordStatus.Passed => "sound",
        RecordStatus.Failed => "fault",
        _ => "quiet",
    };

    private static IElement Contents(HtmlPage page, Blame blame) => page.Element("nav",
        page.Element("ul",
            page.Element("li", page.Element("a", ("href", "#weak"), "Where the sourcing is weak")),
            Rounds.Of(blame.Answer.Definition, blame.Facts, fact => fact.Fact.Key).Select(round => page.Element("li",
                page.Element("a", ("href", $"#round-{round.Key}"), new NameWords(blame.Answer.Definition).OfRound(round.Key)), $" ({QuestionWords.Count(round.Count(), "fact")})")),
            blame.Vanished.Count == 0 ? null : page.Element("li", page.Element("a", ("href", "#vanished"), FactSections.VanishedTitle), $" ({QuestionWords.Count(blame.Vanished.Count, "fact")})"),
            page.Element("li", page.Element("a", ("href", "#reports"), "The reports")),
            page.Element("li", page.Element("a", ("href", "#corrections"), "Corrections"))));

    private static IEnumerable<IElement> WeakSpots(HtmlPage page, IReadOnlyList<WeakSpot> spots, ReportNumbers numbers) => spots.Count == 0
        ? [page.Element("p", "Nothing was found.")]
        : spots.GroupBy(spot => spot.Kind).SelectMany(kind => new[]
        {
            page.Element("h3", ("class", "sentence"), $"{AuditWords.Of(kind.Key)} ({AuditWords.CountOf(kind.Key, kind)})"),
            page.Element("ul", kind.Select(spot => page.Element("li",
                spot.Sentence,
                // Where a whole article is meant, or all that one outlet tells, each value says so where it stands.
                IsOfArticle(spot) ? $" ({QuestionWords.Count(spot.Facts.Count, "value")})" : new object[]
                {
                    spot.Reports.Concat(spot.Against).Distinct().SelectMany(report => new object[] { " ", numbers.LinkTo(report, page) }),
                    spot.Facts.SelectMany(key => new object[] { " ", page.Element("a", ("href", $"#{FactSections.AnchorOf(key)}"), page.Element("code", key)) }),
                }))),
        });

    private static bool IsOfArticle(WeakSpot spot) => spot.Kind == WeakSpotKind.SingleOutlet || spot.Reports.Count == 0;

    private static ILookup<string, string> NotesOf(IEnumerable<WeakSpot> spots) =>
        spots.Where(spot => spot.Kind != WeakSpotKind.AssumedPublication)
            .SelectMany(spot => spot.Facts.Select(key => (key, spot.Sentence)))
            .ToLookup(note => note.key, note => note.Sentence);

    private static IElement Corrections(HtmlPage page, Audit audit)
    {
        var corrections = audit.Log.Timelines.Corrections;
        return corrections.All.Count == 0
            ? page.Element("p", "None is recorded.")
            : page.Element("ol", corrections.All.Select(correction => page.Element("li", ("id", $"correction-{correction.EventId}"),
                CorrectionWords.Of(correction, audit.Answer.Zone),
                corrections.IsInForce(correction, audit.Answer.Asked.KnownBy) ? null : ", not in force")));
    }
}
