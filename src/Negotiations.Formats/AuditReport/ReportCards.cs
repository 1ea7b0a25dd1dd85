using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>Each report whole: what it says, who says so, where in the text, and what corrected it.</summary>
public sealed class ReportCards(
    HtmlPage page,
    Audit audit,
    IReadOnlyList<VisibleReport> withdrawn,
    ReportNumbers numbers,
    IntegrityFlags marks
)
{
    private readonly Answer answer = audit.Answer;
    private readonly NameWords names = new(audit.Answer.Definition);
    private readonly SourceWords sources = new(new(audit.Answer.Definition), audit.Answer.Zone);
    private readonly ChainLists chains = new(page, new(audit.Answer.Definition));
    private readonly VersionHeads heads = new(page, audit.Answer, marks);
    private readonly ILookup<Guid, AuditedReport> audited = audit
        .Versions.SelectMany(version => version.OwnReports)
        .ToLookup(report => report.EventId);
    private readonly Dictionary<(string, string), AuditedVersion> byVersion = audit.Versions.ToDictionary(version =>
        (version.Version.Article, version.Version.Version)
    );

    /// <summary>
    /// The reports, version by version of the articles; versions in which there are none only where something is wrong
    /// with them.
    /// </summary>
    public IEnumerable<IElement> All()
    {
        var versions = numbers
            .All.GroupBy(report => byVersion[(report.Report.Article, report.Report.Version)])
            .ToList();
        var empty = audit
            .Versions.Except(versions.Select(version => version.Key))
            .Where(version => marks.Find(version).Any());
        return versions
            .Select(version =>
                page.Element(
                    "section",
                    heads.Build(version.Key, version.First().Publication),
                    version.Select(report => BuildCard(report, version.First()))
                )
            )
            .Concat(empty.Select(version => page.Element("section", heads.Build(version, version.Version.Published))));
    }

    /// <summary>The texts that are held, with the passages on which reports rest.</summary>
    public IEnumerable<IElement> Texts() =>
        from version in numbers.All.GroupBy(report => byVersion[(report.Report.Article, report.Report.Version)])
        let published = version.Key.Version
        where version.Key.Status == TextStatus.Held
        select page.Element(
            "section",
            page.Element("h3", ("id", VersionHeads.FormatTextAnchor(published)), VersionHeads.BuildTitle(published)),
            page.Element(
                "p",
                page.Element("bdi", names.DisplayName(published.Outlet.Id)),
                ", ",
                page.Element("code", EventReference.Format(published))
            ),
            Excerpts.Whole(version.Key.Held!.Text!, published.Language, version, numbers, page)
        );

    private IElement BuildCard(VisibleReport visible, VisibleReport first)
    {
        var report = visible.Report;
        return page.Element(
            "article",
            ("class", "report"),
            ("id", ReportNumbers.FormatAnchor(visible)),
            page.Element(
                "h4",
                $"[{numbers.GetNumber(visible)}]",
                numbers.Words(visible, page),
                " ",
                withdrawn.Contains(visible) ? "(withdrawn) " : null,
                page.Element("bdi", report.Summary)
            ),
            marks.Find(visible).Select(mark => IntegrityFlagElements.Line(mark, page)),
            page.Element(
                "dl",
                Row(
                    "Who",
                    page.Element("bdi", Who(report)),
                    "; ",
                    page.Element("bdi", sources.DescribeOrigin(visible)),
                    DescribeContent(visible, first).SelectMany(what => new object[] { "; ", page.Element("bdi", what) })
                ),
                Row("Chain", chains.Build(report.Chain, visible.Version)),
                Row("Passage", QuotePassages(visible).ToArray()),
                Row("Corrections", ListCorrections(visible)),
                Row("Record", page.Element("span", ("class", "fine"), DescribeRecord(visible)))
            )
        );
    }

    private IEnumerable<object> DescribeRecord(VisibleReport visible)
    {
        var report = visible.Report;
        foreach (var span in report.Evidence)
        {
            yield return $"code points {span.Start}–{span.End}, SHA-256 ";
            yield return page.Element("code", span.Sha256);
            yield return "; ";
        }

        yield return page.Element("code", $"#{report.Id}");
        yield return $", {Camel.Apart(report.GetType().Name)}, act ";
        yield return page.Element("code", report.Act);
        yield return ", event ";
        yield return page.Element("code", visible.EventId.ToString());
        yield return string.Create(CultureInfo.InvariantCulture, $", position {visible.Recorded.Position}");
    }

    private object? Row(string term, params object?[] content) =>
        content.Any(part => part is not null)
            ? new object[] { page.Element("dt", term), page.Element("dd", content) }
            : null;

    private string Who(Report report)
    {
        var actor = report.Actor is null ? "nobody named" : names.DisplayName(report.Actor.Id);
        var side =
            report.Side is null || report.Side.Id == report.Actor?.Id
                ? ""
                : $", for {names.DisplayName(report.Side.Id)}";
        var target = report.Target is null ? "" : $", to {names.DisplayName(report.Target.Id)}";
        return $"{actor}{side}{target}";
    }

    private IEnumerable<string> DescribeContent(VisibleReport visible, VisibleReport first)
    {
        yield return $"{EnumText.Format(visible.Report.Modality)}; certainty of the coding "
            + $"{visible.Report.Certainty} of 5";
        if (visible.Report.Grades is { Count: > 0 } grades)
            yield return $"graded {GradeWords.Describe(grades)}";
        foreach (var detail in ReportDetails.Extract(visible.Report))
            yield return $"{Camel.Apart(detail.Key)}: {FormatValue(detail.Value)}";
        if (visible.Report.Happened is { } happened)
            yield return $"happened: {DateWords.Describe(happened)} "
                + $"({happened.Text}{(visible.Report.HappenedFrom is { } from ? $", from “{from}”" : "")})";
        // The head of the version says it of the others.
        if (visible.Publication != first.Publication)
            yield return $"known from: {DateWords.Describe(visible.KnownFrom, answer.Zone)} "
                + $"({EnumText.Format(visible.Publication.Basis)})";
    }

    private string FormatValue(JsonNode? value) =>
        value switch
        {
            JsonArray items => string.Join(", ", items.Select(FormatValue)),
            JsonValue single when single.TryGetValue<string>(out var text) => names.Find(text) ?? text,
            _ => value?.ToJsonString() ?? "",
        };

    private IEnumerable<IElement> QuotePassages(VisibleReport visible)
    {
        var version = byVersion[(visible.Report.Article, visible.Report.Version)];
        if (version is { Status: TextStatus.Held, Held.Text: { } text })
        {
            foreach (var quote in Excerpts.Quote(visible.Report.Evidence, text, version.Version.Language, page))
                yield return quote;
        }

        // Later corrections are not findings; findings are listed above.
        foreach (
            var fault in audited[visible.EventId].SelectMany(report => report.Faults).Where(fault => fault.IsReplaced)
        )
            yield return page.Element("p", ("class", "fine"), fault.Describe());
    }

    private IElement? ListCorrections(VisibleReport visible)
    {
        var touching = audit
            .Log.Timeline.Corrections.BearingOn(visible.EventId)
            .OrderBy(correction => correction.Recorded.Position)
            .ToList();
        return touching.Count == 0
            ? null
            : page.Element(
                "ul",
                touching.Select(correction =>
                    page.Element("li", ("dir", "auto"), CorrectionWords.Describe(correction, answer.Zone))
                )
            );
    }
}
