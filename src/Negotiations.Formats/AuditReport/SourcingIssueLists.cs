using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>
/// Where the sourcing is weak: by kind, the gravest first, each with the reports and the facts that it touches.
/// </summary>
public sealed class SourcingIssueLists(HtmlPage page, NameWords names, ReportNumbers reports, FactNumbers facts)
{
    /// <summary>The lists.</summary>
    public IEnumerable<IElement> Build(IReadOnlyList<SourcingIssue> spots) =>
        spots.Count == 0
            ? [page.Element("p", "Nothing was found.")]
            : spots
                .GroupBy(spot => spot.Kind)
                .SelectMany(kind =>
                    new[]
                    {
                        page.Element(
                            "h3",
                            $"{Capitalisation.Capitalise(AuditWords.Describe(kind.Key))} "
                                + $"({AuditWords.Count(kind.Key, kind)})"
                        ),
                        page.Element(
                            "ul",
                            kind.GroupBy(spot => spot.Sentence)
                                .Select(same =>
                                    page.Element(
                                        "li",
                                        page.Element("bdi", FormatSentence([.. same])),
                                        Touched([.. same])
                                    )
                                )
                        ),
                    }
                );

    // What is said of a whole article begins with its identifier.
    private static string FormatSentence(IReadOnlyList<SourcingIssue> same) =>
        same[0].Reports.Count == 0 ? same[0].Sentence : Capitalisation.Capitalise(same[0].Sentence);

    private IEnumerable<object?> Touched(IReadOnlyList<SourcingIssue> same)
    {
        var keys = same.SelectMany(spot => spot.Facts).Distinct().ToList();
        // What hangs on a whole article says so where it stands; of all that one outlet tells, a list by subject says
        // most.
        if (same[0].Kind == SourcingIssueKind.SingleOutlet)
            return [$" ({QuestionWords.Count(keys.Count, "value")})", BySubject(keys)];
        if (same[0].Reports.Count == 0)
            return [$" ({QuestionWords.Count(keys.Count, "value")})"];
        return
        [
            page.Element(
                "ul",
                same.Select(spot =>
                    page.Element(
                        "li",
                        Joined(spot.Facts.Select(key => facts.LinkTo(key, page)), "; "),
                        spot.Against.Count == 0
                            ? [": ", Links(spot.Reports)]
                            : new object[] { ": for it ", Links(spot.Reports), ", against it ", Links(spot.Against) }
                    )
                )
            ),
        ];
    }

    private IElement BySubject(IEnumerable<string> keys) =>
        page.Element(
            "ul",
            keys.OrderBy(facts.GetNumber)
                .GroupBy(key => key.Split('/')[0])
                .Select(round =>
                    page.Element(
                        "li",
                        page.Element("bdi", names.DisplayRound(round.Key)),
                        ": ",
                        Joined(
                            round
                                .GroupBy(key => key.Split('/')[1])
                                .Select(subject =>
                                    page.Element(
                                        "span",
                                        page.Element("em", $"{Camel.Apart(subject.Key)} {subject.Count()}"),
                                        " (",
                                        Joined(subject.Select(key => facts.ShortLinkTo(key, page)), ", "),
                                        ")"
                                    )
                                ),
                            "; "
                        )
                    )
                )
        );

    private IEnumerable<object> Links(IEnumerable<VisibleReport> visible) =>
        visible.SelectMany(
            (report, i) => i == 0 ? reports.LinkTo(report, page) : [" ", .. reports.LinkTo(report, page)]
        );

    private static IEnumerable<object> Joined(IEnumerable<IElement> elements, string between) =>
        elements.SelectMany((element, i) => i == 0 ? new object[] { element } : [between, element]);
}
