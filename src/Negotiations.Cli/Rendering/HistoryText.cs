using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>A history as text for a terminal, by the time at which changes became known.</summary>
internal static class HistoryText
{
    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(AnswerHistory history, string asked, int width)
    {
        var answer = history.Answer;
        var names = new NameWords(answer.Definition);
        var words = new ChangeWords(names);
        var sources = new SourceWords(names, answer.Zone);
        yield return new Rule(Spectre.Console.Markup.Escape(answer.Definition.Title))
        {
            Style = Styles.Quiet,
            Justification = Justify.Left,
        };
        yield return Styles.Line(QuestionWords.Asked(answer.Asked, answer.Zone), Styles.Strong);
        yield return Styles.Line($"{QuestionWords.Count(history.Changes.Count, "change")}.", Styles.Quiet);
        foreach (var warning in QuestionWords.Warnings(answer))
            yield return Styles.Line(warning, Styles.Warning);
        if (history.Changes.Count == 0)
            yield return Styles.Line(
                QuestionWords.Nothing(answer, InvolvedElsewhere.Find(asked, answer)),
                Styles.Plain
            );
        yield return Styles.Line("", Styles.Plain);
        foreach (var moment in history.Changes.GroupBy(change => change.Change.Known))
        {
            yield return Styles.Line(ChangeWords.DescribeTime(moment, answer.Zone), Styles.Strong);
            foreach (var item in moment)
            {
                var (change, causes) = item;
                var cell = new Paragraph($"{change.Key}\n");
                if (change.Before is not null)
                    cell.Append($"was {words.DescribeValue(change.Before, change.Key)}\n", Styles.Quiet);
                var value = words.DescribeAfter(change.Before, change.After, change.Key);
                cell.Append($"{(change.Before is null ? "" : "now ")}{value}", Styles.Strong);
                if (change.After is not null)
                    cell.Append($" · {ChangeWords.DescribeReason(change, sources)}", Styles.Plain);
                if (item.Reports is { Count: > 0 } reports)
                    cell.Append($" · {string.Join(", ", reports)}", Styles.Quiet);
                foreach (var cause in causes)
                    cell.Append($"\nby {CorrectionWords.Describe(cause, answer.Zone)}", Styles.Warning);
                cell.Append("\n");
                yield return new Padder(cell, new Padding(2, 0, 0, 0));
            }
        }

        if (history.Corrections.Count > 0)
            yield return Styles.Line("Corrections", Styles.Strong);
        foreach (var replaced in history.Corrections)
            yield return Correction(replaced, words, new(names, answer.Zone), answer.Zone);
    }

    // Where the terminal cannot strike through, the words say it as well.
    private static Padder Correction(ReplacedValues replaced, ChangeWords words, FieldWords fields, DateTimeZone zone)
    {
        var cell = new Paragraph($"{CorrectionWords.Describe(replaced.Correction, zone)}\n", Styles.Plain);
        foreach (var field in replaced.Fields)
            cell.Append($"  {fields.Describe(field)}\n", Styles.Plain);
        foreach (var effect in replaced.Effects)
        {
            cell.Append($"  {effect.Key}", Styles.Plain)
                .Append($" {EffectWords.DescribeStretch(effect, zone)}\n    not ", Styles.Quiet);
            cell.Append(words.DescribeValue(effect.Before, effect.Key), Styles.Replaced);
            cell.Append($"\n    but {words.DescribeAfter(effect.Before, effect.After, effect.Key)}\n", Styles.Strong);
        }

        return new Padder(cell, new Padding(2, 0, 0, 0));
    }
}
