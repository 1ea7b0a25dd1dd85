using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>Blame as text for a terminal.</summary>
internal static class BlameText
{
    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(Blame blame, string asked)
    {
        var answer = blame.Answer;
        var names = new NameWords(answer.Definition);
        var (changes, words) = (new ChangeWords(names), new BlameWords(names, answer.Zone));
        var name = EventReference.FormatAmong(blame.ListReports());
        yield return new Rule(Spectre.Console.Markup.Escape(answer.Definition.Title))
        {
            Style = Styles.Quiet,
            Justification = Justify.Left,
        };
        yield return Styles.Line(QuestionWords.Asked(answer.Asked, answer.Zone), Styles.Strong);
        var gone = blame.Vanished.Count == 0 ? "" : $", {blame.Vanished.Count} not known any more";
        yield return Styles.Line($"{QuestionWords.Count(blame.Facts.Count, "fact")}{gone}.", Styles.Quiet);
        foreach (var warning in QuestionWords.Warnings(answer))
            yield return Styles.Line(warning, Styles.Warning);
        if (blame.Facts.Count + blame.Vanished.Count == 0)
            yield return Styles.Line(
                QuestionWords.Nothing(answer, InvolvedElsewhere.Find(asked, answer)),
                Styles.Plain
            );
        foreach (var fact in blame.Facts)
        {
            yield return new Paragraph($"\n{fact.Fact.Key}  ")
                .Append(changes.DescribeValue(fact.Fact, fact.Fact.Key), Styles.Strong)
                .Append(
                    $" · known since {DateWords.DescribeSince(fact.Fact, answer.Zone)}"
                        + $" · {QuestionWords.Count(fact.Fact.Origins, "origin")}, "
                        + $"{QuestionWords.Count(fact.Fact.Carriers, "outlet")}\n",
                    Styles.Quiet
                );
            foreach (var report in fact.Reports)
                yield return Report(report, fact.Fact.Key, words, name);
        }

        foreach (var vanished in blame.Vanished)
        {
            yield return new Paragraph($"\n{vanished.Key}  ").Append($"{ChangeWords.Gone}\n", Styles.Strong);
            foreach (var report in vanished.Withdrawn)
                yield return Report(report, vanished.Key, words, name);
        }
    }

    private static Padder Report(
        BlamedReport blamed,
        string key,
        BlameWords words,
        Func<Report, string> name
    )
    {
        var says = words.DescribeWhatItSays(blamed, key) ?? "dates or orders the acts";
        var details = new[]
        {
            BlameWords.DescribeDate(blamed) is { } day ? $"happened {day}" : null,
            words.DescribeReason(blamed),
            $"at {BlameWords.DescribeSpans(blamed)}",
            BlameWords.DescribeGrades(blamed),
            BlameWords.DescribeStatus(blamed),
        };
        var cell = new Paragraph($"{BlameWords.DescribeRole(blamed.Role), -10} ", Styles.Quiet)
            .Append($"{name(blamed.Visible.Report)}: {says}\n", Styles.Plain)
            .Append(
                $"  {words.DescribeOrigin(blamed)}",
                blamed.Visible.Report.Chain[0].Kind == LinkKind.Unnamed ? Styles.Warning : Styles.Plain
            )
            .Append($" · {words.DescribePublication(blamed)}\n  {words.DescribeChain(blamed)}\n", Styles.Quiet)
            .Append($"  {string.Join(" · ", details.OfType<string>())}\n", Styles.Quiet)
            .Append($"  {blamed.Visible.Report.Summary}\n", Styles.Plain);
        foreach (var correction in blamed.Corrections)
            cell.Append($"  corrected: {words.DescribeCorrection(correction)}\n", Styles.Warning);
        return new Padder(cell, new Padding(2, 0, 0, 0));
    }
}
