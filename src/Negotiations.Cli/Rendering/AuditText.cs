using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>An audit as text for a terminal: first what was altered, then where the sourcing is weak.</summary>
internal static class AuditText
{
    private const int MostFiles = 10;

    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(AuditRun run) =>
        Section("The record", run.Record.SelectMany(RenderCheck))
            .Concat(RenderFiles(run.UnmatchedFiles))
            .Concat(run.Talks.SelectMany(RenderNegotiation));

    private static IEnumerable<IRenderable> Section(string title, IEnumerable<IRenderable> parts) =>
        parts.Prepend(
            new Rule(Spectre.Console.Markup.Escape(title)) { Style = Styles.Quiet, Justification = Justify.Left }
        );

    private static IEnumerable<IRenderable> RenderCheck(RecordCheck check)
    {
        yield return Styles.Line(
            AuditWords.Describe(check),
            check.Status switch
            {
                RecordStatus.Failed => Styles.Removed,
                RecordStatus.Passed => Styles.Plain,
                _ => Styles.Quiet,
            }
        );
        foreach (var fault in check.Faults)
            yield return Styles.Line($"  {fault}", Styles.Plain);
    }

    private static IEnumerable<IRenderable> RenderFiles(IReadOnlyList<string> unmatched)
    {
        if (unmatched.Count == 0)
            return [];
        var more =
            unmatched.Count > MostFiles ? $", and {unmatched.Count - MostFiles} more (--format json lists all)" : "";
        return Section(
            "Files",
            [
                Styles.Line(
                    $"{QuestionWords.Count(unmatched.Count, "file")} that "
                        + $"belong{(unmatched.Count == 1 ? "s" : "")} to no version, neither by the text nor "
                        + $"by the name: {string.Join(", ", unmatched.Take(MostFiles))}{more}",
                    Styles.Quiet
                ),
            ]
        );
    }

    private static IEnumerable<IRenderable> RenderNegotiation(Audit audit) =>
        Section(audit.Answer.Definition.Title, RenderAnswer(audit));

    private static IEnumerable<IRenderable> RenderAnswer(Audit audit)
    {
        var answer = audit.Answer;
        yield return Styles.Line(QuestionWords.Asked(answer.Asked, answer.Zone), Styles.Strong);
        yield return Styles.Line(
            $"{QuestionWords.Count(answer.Facts.Count, "value")} from {QuestionWords.StandsOn(answer)}.",
            Styles.Quiet
        );
        foreach (var erased in QuestionWords.Erased(answer))
            yield return Styles.Line(erased, Styles.Warning);
        yield return Styles.Line("\nTexts", Styles.Strong);
        foreach (var line in AuditWords.DescribeTexts(audit))
            yield return Styles.Line($"  {line}", audit.IsSound ? Styles.Plain : Styles.Removed);
        foreach (var version in audit.Versions)
            yield return AuditedVersionText.Render(version);
        yield return Styles.Line("\nSources", Styles.Strong);
        foreach (var (article, other) in audit.Links)
            yield return Styles.Line($"  {article} and {other} are one text: their origins count once", Styles.Quiet);
        if (AuditWords.DescribePositions(audit) is { } positions)
            yield return Styles.Line($"  {audit.PositionsWithoutIssue.Count, 4}  {positions}", Styles.Quiet);
        var kinds = audit.SourcingIssues.GroupBy(spot => spot.Kind).ToList();
        if (kinds.Count == 0)
            yield return Styles.Line("  no weak spots", Styles.Plain);
        foreach (var kind in kinds)
            yield return Styles.Line(
                $"  {AuditWords.Count(kind.Key, kind), 4}  {AuditWords.Describe(kind.Key)}",
                Styles.Plain
            );
        var facts = new IssueFacts(answer);
        var words = new BlameWords(new NameWords(answer.Definition), answer.Zone);
        foreach (var kind in kinds)
        {
            yield return Styles.Line(
                $"\n{Capitalisation.Capitalise(AuditWords.Describe(kind.Key))} ({AuditWords.Count(kind.Key, kind)})",
                Styles.Strong
            );
            foreach (var same in kind.GroupBy(spot => spot.Sentence))
                yield return SourcingIssuesText.Render([.. same], words, facts);
        }
    }
}
