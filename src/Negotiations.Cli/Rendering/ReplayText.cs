using Negotiations.Cli.Rendering.Words;
using Negotiations.Coding;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>What a replay did, as text.</summary>
internal static class ReplayText
{
    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Of(ReplayResult result)
    {
        if (result.Steps.Count > 0)
        {
            var table = new Table { Border = TableBorder.Simple };
            table.AddColumn("Taken in").AddColumn(new TableColumn("Events") { Alignment = Justify.Right }).AddColumn("File");
            foreach (var step in result.Steps)
            {
                var events = step.Appended == 0 ? "there already" : step.Appended.ToString();
                table.AddRow(
                    new Paragraph(step.Name),
                    new Paragraph(events, step.Appended == 0 ? Styles.Quiet : Styles.Plain),
                    new Paragraph(step.File, Styles.Quiet));
            }

            yield return table;
            var appended = result.Steps.Sum(step => step.Appended);
            yield return Styles.Line(
                appended == 0
                    ? $"{QuestionWords.Count(result.Steps.Count, "file")}; everything was in the store already."
                    : $"{QuestionWords.Count(result.Steps.Count, "file")}, {QuestionWords.Count(appended, "new event")}.",
                Styles.Strong);
        }

        foreach (var difference in result.Differences) yield return Styles.Line(difference.ToString(), Styles.Plain);
    }
}
