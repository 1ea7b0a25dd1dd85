namespace Negotiations.Formats;

/// <summary>A history as Markdown: a table for each time at which changes became known.</summary>
public static class HistoryMarkdown
{
    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="history">What was found.</param>
    /// <param name="asked">The part of a key that was asked for, as it was typed.</param>
    public static string Write(AnswerHistory history, string asked = "")
    {
        var answer = history.Answer;
        var names = new NameWords(answer.Definition);
        var words = new ChangeWords(names);
        var sources = new SourceWords(names, answer.Zone);
        var fields = new FieldWords(names, answer.Zone);
        List<string> lines =
        [
            $"# {Markdown.Escape(answer.Definition.Title)}: history",
            "",
            $"**{Markdown.Escape(QuestionWords.Asked(answer.Asked, answer.Zone))}**",
            .. Markdown.Notes(QuestionWords.Warnings(answer)),
            .. history.Changes.Count == 0
                ? ["", QuestionWords.Nothing(answer, InvolvedElsewhere.Find(asked, answer))]
                : new List<string>(),
        ];
        foreach (var moment in history.Changes.GroupBy(change => change.Change.Known))
        {
            lines.AddRange(["", $"## {ChangeWords.DescribeTime(moment, answer.Zone)}", ""]);
            lines.AddRange(Markdown.Header("Fact", "Before", "After", "Who says so", "Reports"));
            lines.AddRange(
                moment.Select(item =>
                    Markdown.Row(
                        item.Change.Key,
                        words.DescribeValue(item.Change.Before, item.Change.Key),
                        words.DescribeAfter(item.Change.Before, item.Change.After, item.Change.Key),
                        ChangeWords.DescribeReason(item.Change, sources),
                        string.Join(
                            ", ",
                            item.Reports.Concat(
                                item.Causes.Select(cause => $"by {CorrectionWords.Describe(cause, answer.Zone)}")
                            )
                        )
                    )
                )
            );
        }

        if (history.Corrections.Count > 0)
            lines.AddRange(["", "## Corrections"]);
        foreach (var replaced in history.Corrections)
        {
            lines.AddRange(["", $"- {Markdown.Escape(CorrectionWords.Describe(replaced.Correction, answer.Zone))}"]);
            lines.AddRange(replaced.Fields.Select(field => $"  - {Markdown.Escape(fields.Describe(field))}"));
            lines.AddRange(
                replaced.Effects.Select(effect =>
                    $"  - {Markdown.Escape(effect.Key)} "
                    + $"{Markdown.Escape(EffectWords.DescribeStretch(effect, answer.Zone))}: "
                    + $"~~{Markdown.Escape(words.DescribeValue(effect.Before, effect.Key))}~~ "
                    + $"{Markdown.Escape(words.DescribeAfter(effect.Before, effect.After, effect.Key))}"
                )
            );
        }

        return string.Join('\n', lines);
    }
}
