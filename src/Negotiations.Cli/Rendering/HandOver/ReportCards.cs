using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Negotiations.Cli.Rendering.Words;

namespace Negotiations.Cli.Rendering.HandOver;

/// <summary>Each report whole: what it says, who says so, where in the text, and what corrected it.</summary>
internal sealed class ReportCards(HtmlPage page, Audit audit, IReadOnlyList<VisibleReport> withdrawn, ReportNumbers numbers)
{
    private readonly Answer answer = audit.Answer;
    private readonly NameWords names = new(audit.Answer.Definition);
    private readonly SourceWords sources = new(new(audit.Answer.Definition), audit.Answer.Zone);
    private readonly ILookup<Guid, AuditedReport> audited = audit.Versions.SelectMany(version => version.OwnReports).ToLookup(report => report.EventId);
    private readonly Dictionary<(string, string), AuditedVersion> byVersion = audit.Versions.ToDictionary(version => (version.Version.Article, version.Version.Version));

    /// <summary>The reports, version by version of the articles.</summary>
    public IEnumerable<IElement> All() => answer.Reports.Concat(withdrawn)
        .GroupBy(report => (report.Report.Article, report.Report.Version))
        .Select(article => page.Element("section", ("class", "version"), Heading(article.First()), article.Select(Of), Text(article.Key, article)));

    private IEnumerable<object?> Heading(VisibleReport first)
    {
        var (published, version) = (first.Version, byVersion.GetValueOrDefault((first.Report.Article, first.Report.Version)));
        yield return page.Element("h3", published.Title ?? published.Article);
        yield return page.Element("p", $"{names.Of(published.Outlet.Id)} · {DateWords.Of(first.KnownFrom, answer.Zone)} ({Negotiations.Text.Of(first.Publication.Basis)}) · ",
            page.Element("code", ShortForm.Of(published)),
            published.Url is { } url ? new object[] { " · ", page.Element("span", ("class", "address"), url) } : null);
        yield return page.Element("p", ("class", version?.Status == TextStatus.Differs ? "fault" : "quiet"), TextLine(published, version));
        foreach (var (stray, problem) in version?.Strays ?? [])
            yield return page.Element("p", ("class", "fault"), $"A further file of its name, {stray.File}, differs: {problem}.");
    }

    private static string TextLine(ArticleVersionPublished published, AuditedVersion? version) => version?.Status switch
    {
        TextStatus.Held => $"The text is held: {version.OwnReports.Count(report => report.Status == AnchorStatus.Anchored)} of {version.OwnReports.Count()} reports stand where they say. SHA-256 {published.Text.Sha256}, {published.Text.Length} code points.",
        TextStatus.Differs => $"The text that is held differs: {version.Problem}. SHA-256 as coded: {published.Text.Sha256}.",
        _ => $"The text is not held, so its spans were not checked. SHA-256 {published.Text.Sha256}, {published.Text.Length} code points.",
    };

    private IElement Of(VisibleReport visible)
    {
        var report = visible.Report;
        return page.Element("article", ("class", "report"), ("id", ReportNumbers.AnchorOf(visible)),
            page.Element("h4", $"[{numbers.Of(visible)}] ", withdrawn.Contains(visible) ? "(withdrawn) " : null, report.Summary),
            page.Element("dl",
                Row("Report", page.Element("code", ShortForm.WithVersionOf(report)), $", {Camel.Apart(report.GetType().Name)}, of the act ", page.Element("code", report.Act)),
                Row("Who", $"{Who(report)}; {sources.OriginOf(visible)}"),
                Row("Details", DetailsOf(report)),
                Row("Happened", report.Happened is { } happened ? $"{DateWords.Of(happened)} ({happened.Text}{(report.HappenedFrom is { } from ? $", from “{from}”" : "")})" : null),
                Row("Known from", $"{DateWords.Of(visible.KnownFrom, answer.Zone)} ({Negotiations.Text.Of(visible.Publication.Basis)})"),
                Row("Standing", $"{Camel.Apart(Negotiations.Text.Of(report.Standing))}; {Negotiations.Text.Of(report.Modality)}; certainty of the coding {report.Certainty} of 5"),
                Row("Grades", report.Grades is { Count: > 0 } grades ? GradeWords.Of(grades) : null),
                Row("Chain", page.Element("ol", ("class", "chain"), report.Chain.Select(link => page.Element("li", LinkOf(link))))),
                Row("Evidence", EvidenceOf(visible)),
                Row("Corrections", CorrectionsOf(visible)),
                Row("Event", page.Element("code", visible.EventId.ToString()), string.Create(CultureInfo.InvariantCulture, $", position {visible.Recorded.Position} of the record"))));
    }

    private object? Row(string term, params object?[] content) =>
        content.Any(part => part is not (null or "")) ? new object[] { page.Element("dt", term), page.Element("dd", content) } : null;

    private string Who(Report report)
    {
        var actor = report.Actor is null ? "nobody named" : names.Of(report.Actor.Id);
        var side = report.Side is null || report.Side.Id == report.Actor?.Id ? "" : $", for {names.Of(report.Side.Id)}";
        var target = report.Target is null ? "" : $", to {names.Of(report.Target.Id)}";
        return $"{actor}{side}{target}";
    }

    private string DetailsOf(Report report) => string.Join("; ", ReportDetails.Of(report).Select(detail => $"{Camel.Apart(detail.Key)}: {ValueOf(detail.Value)}"));

    private string ValueOf(JsonNode? value) => value switch
    {
        JsonArray items => string.Join(", ", items.Select(ValueOf)),
        JsonValue single when single.TryGetValue<string>(out var text) => names.Find(text) ?? text,
        _ => value?.ToJsonString() ?? "",
    };

    private IEnumerable<object?> LinkOf(ChainLink link)
    {
        yield return link.Name is null ? "reportedly" : link.Kind == LinkKind.Unnamed ? $"“{link.Name.Written}”" : names.Of(link.Name.Id);
        yield return $" ({Camel.Apart(Negotiations.Text.Of(link.Kind))}{(link.Side is null ? "" : $", side: {names.Of(link.Side.Id)}")}{(link.SpeaksFor is null ? "" : $", speaks for {names.Of(link.SpeaksFor)}")})";
        yield return link.Span is { } span ? page.Element("span", ("class", "quiet"), $" named at {span.Start}–{span.End}")
            : link.Implied is { } implied ? page.Element("span", ("class", "quiet"), $" not named in the text: {implied}") : null;
    }

    private IEnumerable<object?> EvidenceOf(VisibleReport visible)
    {
        var text = byVersion.GetValueOrDefault((visible.Report.Article, visible.Report.Version)) is { Status: TextStatus.Held } version ? version.Held?.Text : null;
        foreach (var span in visible.Report.Evidence)
        {
            yield return text is null ? null : Excerpts.Of(span, text, page);
            yield return page.Element("p", ("class", "quiet"), $"code points {span.Start}–{span.End}, SHA-256 ", page.Element("code", span.Sha256));
        }

        foreach (var fault in audited[visible.EventId].SelectMany(report => report.Faults)) yield return page.Element("p", ("class", "fault"), fault.Describe());
    }

    private IElement? CorrectionsOf(VisibleReport visible)
    {
        var touching = audit.Log.Timelines.Corrections.BearingOn(visible.EventId).OrderBy(correction => correction.Recorded.Position).ToList();
        return touching.Count == 0 ? null : page.Element("ul", touching.Select(correction => page.Element("li", CorrectionWords.Of(correction, answer.Zone))));
    }

    private IElement? Text((string, string) key, IEnumerable<VisibleReport> reports) =>
        byVersion.GetValueOrDefault(key) is { Status: TextStatus.Held, Held.Text: { } text }
            ? page.Element("section", page.Element("h4", "The text"), Excerpts.Whole(text, reports, numbers, page))
            : null;
}
