using System.Globalization;
using Negotiations.Coding;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>What a replay did, as text.</summary>
internal static class ReplayText
{
    /// <summary>The parts of the page.</summary>
    /// <param name="result">What was done, or would be.</param>
    /// <param name="length">How much of the corrections and their effects is shown.</param>
    /// <param name="isRehearsed">Whether nothing was appended.</param>
    public static IEnumerable<IRenderable> Render(ReplayResult result, PreviewLength length, bool isRehearsed = false)
    {
        if (result.Steps.Count > 0)
        {
            var table = new Table { Border = TableBorder.Simple };
            table
                .AddColumn("Taken in")
                .AddColumn(new TableColumn("Events") { Alignment = Justify.Right })
                .AddColumn("File");
            foreach (var step in result.Steps)
            {
                var events =
                    step.Appended == 0 ? "there already" : step.Appended.ToString(CultureInfo.InvariantCulture);
                table.AddRow(
                    new Paragraph(step.Name),
                    new Paragraph(events, step.Appended == 0 ? Styles.Quiet : Styles.Plain),
                    new Paragraph(step.File, Styles.Quiet)
                );
            }

            yield return table;
            var appended = result.Steps.Sum(step => step.Appended);
            yield return Styles.Line(
                appended == 0
                    ? $"{QuestionWords.Count(result.Steps.Count, "file")}; everything was in the store already."
                    : $"{QuestionWords.Count(result.Steps.Count, "file")}, "
                        + $"{QuestionWords.Count(appended, "new event")}.",
                Styles.Strong
            );
        }

        foreach (
            var part in result.Files.SelectMany(file => isRehearsed ? Rehearsed(file, length) : Corrected(file, length))
        )
            yield return part;
        if (isRehearsed)
            yield return Styles.Line("\nNothing was appended (--dry-run).", Styles.Quiet);
        foreach (var difference in result.Differences)
            yield return Styles.Line(difference.ToString(), Styles.Plain);
    }

    private static IEnumerable<IRenderable> Corrected(RehearsedFile file, PreviewLength length)
    {
        var corrections = file.Append.Where(added => added.Event is Correction).ToList();
        if (corrections.Count == 0)
            yield break;
        var effects = file.IsOfStored ? $"; {EffectWords.DescribeCount(file.Effects, file.Zone)}" : "";
        yield return Styles.Line(
            $"{QuestionWords.Count(corrections.Count, "correction")} in {file.Article}{effects}:",
            Styles.Plain
        );
        foreach (var part in Listed(corrections, file, length, "correction"))
            yield return part;
    }

    private static IEnumerable<IRenderable> Rehearsed(RehearsedFile file, PreviewLength length)
    {
        if (file.Append.Count == 0)
            yield break;
        yield return Styles.Line($"\n{file.File}", Styles.Strong);
        foreach (var part in Listed(file.Append, file, length, "event"))
            yield return part;
        if (!file.Corrections.Any())
            yield break;
        foreach (var part in EffectsText.Render(file.Effects, new(new(file.Definition), file.Zone), file.Zone, length))
            yield return part;
        foreach (var part in HappenedEffectsText.Render(file.HappenedEffects, length))
            yield return part;
    }

    // Each event in a line, and below it the fields that it changes.
    private static IEnumerable<IRenderable> Listed(
        IReadOnlyList<NewEvent> events,
        RehearsedFile file,
        PreviewLength length,
        string thing
    )
    {
        var words = new FieldWords(new(file.Definition), file.Zone);
        var shown = length.Take(events, added => 1 + Fields(added).Count);
        foreach (var added in shown)
        {
            var change = added.Event is Correction correction
                ? $", {CorrectionWords.Describe(correction, file.Zone)}"
                : "";
            yield return Styles.Line($"  {EventReference.Format(added.Event)}{change}", Styles.Plain);
            foreach (var field in Fields(added))
                yield return Styles.Line($"    {words.Describe(field)}", Styles.Plain);
        }

        foreach (var rest in PreviewLength.DescribeRest(events.Count, shown.Count, thing))
            yield return rest;

        IReadOnlyList<ChangedField> Fields(NewEvent added) => file.Fields.GetValueOrDefault(added.Id, []);
    }
}
