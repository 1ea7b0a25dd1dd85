using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>An audit as text for a terminal: first what was altered, then where the sourcing is weak.</summary>
internal static class AuditText
{
    private const int MostFiles = 10;

    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Of(AuditRun run) =>
        Section("The record", run.Record.SelectMany(OfCheck)).Concat(OfFiles(run.UnmatchedFiles)).Concat(run.Talks.SelectMany(OfTalks));

    private static IEnumerable<IRenderable> Section(string title, IEnumerable<IRenderable> parts) =>
        parts.Prepend(new Rule(Spectre.Console.Markup.Escape(title)) { Style = Styles.Quiet, Justification = Justify.Left });

    private static IEnumerable<IRenderable> OfCheck(RecordCheck check)
    {
        yield return Styles.Line(AuditWords.Of(check), check.Status switch
        {
            RecordStatus.Failed => Styles.Removed,
            RecordStatus.Passed => Styles.Plain,
            _ => Styles.Quiet,
        });
        foreach (var fault in check.Faults) yield return Styles.Line($"  {fault}", Styles.Plain);
    }

    private static IEnumerable<IRenderable> OfFiles(IReadOnlyList<string> unmatched)
    {
        if (unmatched.Count == 0) return [];
        var more = unmatched.Count > MostFiles ? $", and {unmatched.Count - MostFiles} more (--format json lists all)" : "";
        return Section("Files", [Styles.Line($"{QuestionWords.Count(unmatched.Count, "file")} that belong{(unmatched.Count == 1 ? "s" : "")} to no version, neither by the text nor by the name: {string.Join(", ", unmatched.Take(MostFiles))}{more}", Styles.Quiet)]);
    }

    private static IEnumerable<IRenderable> OfTalks(Audit audit) => Section(audit.Answer.Definition.Title, OfAnswer(audit));

    private static IEnumerable<IRenderable> OfAnswer(Audit audit)
    {
        var answer = audit.Answer;
        yield return Styles.Line(QuestionWords.Asked(answer.Asked, answer.Zone), Styles.Strong);
        yield return Styles.Line($"{QuestionWords.Count(answer.Facts.Count, "value")} from {QuestionWords.StandsOn(answer)}.", Styles.Quiet);
        foreach (var erased in QuestionWords.Erased(answer)) yield return Styles.Line(erased, Styles.Warning);
        yield return Styles.Line("\nTexts", Styles.Strong);
        foreach (var line in AuditWords.TextsOf(audit)) yield return Styles.Line($"  {line}", audit.IsSound ? Styles.Plain : Styles.Removed);
        foreach (var version in audit.Versions) yield return AuditTextOfVersion.Of(version);
        yield return Styles.Line("\nSources", Styles.Strong);
        foreach (var (article, other) in audit.Links) yield return Styles.Line($"  {article} and {other} are one text: their origins count once", Styles.Quiet);
        var kinds = audit.WeakSpots.GroupBy(spot => spot.Kind).ToList();
        if (kinds.Count == 0) yield return Styles.Line("  no weak spots", Styles.Plain);
        foreach (var kind in kinds) yield return Styles.Line($"  {AuditWords.CountOf(kind.Key, kind),4}  {AuditWords.Of(kind.Key)}", Styles.Plain);
        var facts = new WeakFacts(answer);
        var words = new BlameWords(new NameWords(answer.Definition), answer.Zone);
        foreach (var kind in kinds)
        {
            yield return Styles.Line($"\n{Capital.Of(AuditWords.Of(kind.Key))} ({AuditWords.CountOf(kind.Key, kind)})", Styles.Strong);
            foreach (var same in kind.GroupBy(spot => spot.Sentence)) yield return AuditTextOfWeakSpots.Of([.. same], words, facts);
        }
    }
}
