using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>What is not as it was recorded: each report and version, with the facts that rest on it.</summary>
public static class IntegrityFindings
{
    /// <summary>Title of the list.</summary>
    public const string Title = "What is not as it was recorded";

    /// <summary>The list; null where everything that was checked is as it was recorded.</summary>
    public static IElement? Build(
        HtmlPage page,
        Audit audit,
        IntegrityFlags marks,
        ReportNumbers reports,
        FactNumbers facts
    )
    {
        var versions = audit
            .Versions.Select(version => (version.Version, Marks: marks.Find(version).ToList()))
            .Where(version => version.Marks.Count > 0)
            .ToList();
        // What nothing proves is said once: it is true of nearly every report.
        var marked = reports
            .All.Where(report => marks.Find(report).Any(mark => mark.IsFinding && mark.Word != IntegrityFlag.Unproven))
            .ToList();
        var all = marks.ForAll.ToList();
        return all.Count + versions.Count + marked.Count == 0
            ? null
            : page.Element(
                "section",
                page.Element("h2", ("id", "findings"), Title),
                page.Element(
                    "ul",
                    all.Select(mark => page.Element("li", IntegrityFlagElements.Line(mark, page))),
                    versions.SelectMany(version =>
                        version.Marks.Select(mark =>
                            page.Element(
                                "li",
                                page.Element("code", EventReference.Format(version.Version)),
                                " ",
                                IntegrityFlagElements.Line(mark, page)
                            )
                        )
                    ),
                    marked.Select(report =>
                        page.Element(
                            "li",
                            reports.LinkTo(report, page),
                            " ",
                            page.Element("bdi", report.Report.Summary),
                            RestingOn(page, audit.Answer, report, facts)
                        )
                    )
                )
            );
    }

    private static IEnumerable<object> RestingOn(HtmlPage page, Answer answer, VisibleReport report, FactNumbers facts)
    {
        var keys = answer
            .Facts.Where(fact => fact.Because.Contains(report.EventId))
            .Select(fact => fact.Key)
            .OrderBy(facts.GetNumber)
            .ToList();
        if (keys.Count == 0)
            return [" No value rests on it."];
        return
        [
            $" {QuestionWords.Count(keys.Count, "value")} on it: ",
            keys.SelectMany((key, i) => new object[] { i == 0 ? "" : ", ", facts.ShortLinkTo(key, page) }),
            ".",
        ];
    }
}
