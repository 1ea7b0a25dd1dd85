using Negotiations.Coding;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>How well one coding fits another, as text for a terminal.</summary>
internal static class ScoreText
{
    private const int MostConfusions = 10;

    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(string part, CodingScore score)
    {
        yield return Styles.Line($"{part}: {Describe(score.Total)}", Styles.Strong);
        yield return Styles.Line(
            $"F1 {ScoreNumber.FormatShort(score.Total.F1)} over all reports, "
                + $"{ScoreNumber.FormatShort(score.MacroF1)} as the mean of the types.",
            Styles.Plain
        );
        yield return Styles.Line("", Styles.Plain);
        yield return Table(
            ["type", "right", "coded", "both", "precision", "recall", "F1"],
            score.Types.Select(type =>
                new[]
                {
                    type.Name,
                    $"{type.Gold}",
                    $"{type.Coded}",
                    $"{type.Matched}",
                    ScoreNumber.FormatShort(type.Precision),
                    ScoreNumber.FormatShort(type.Recall),
                    ScoreNumber.FormatShort(type.F1),
                }
            )
        );
        yield return Styles.Line("", Styles.Plain);
        yield return Table(
            ["of reports of the same type", "compared", "same", "share"],
            [
                .. score.Fields.Select(field =>
                    new[] { field.Name, $"{field.Compared}", $"{field.Same}", ScoreNumber.FormatShort(field.Share) }
                ),
                ["evidence, exactly the same", "", "", ScoreNumber.FormatShort(score.ExactSpans)],
                ["evidence, mean overlap", "", "", ScoreNumber.FormatShort(score.MeanOverlap)],
            ]
        );
        yield return Styles.Line("", Styles.Plain);
        yield return Table(
            ["agreement on", "units", "observed", "kappa", "alpha"],
            score.Agreements.Select(agreement =>
                new[]
                {
                    agreement.Of,
                    $"{agreement.Units}",
                    ScoreNumber.FormatShort(agreement.Observed),
                    ScoreNumber.FormatShort(agreement.Kappa),
                    ScoreNumber.FormatShort(agreement.Alpha),
                }
            )
        );
        if (score.Confusions.Count == 0)
            yield break;
        yield return Styles.Line("", Styles.Plain);
        yield return Table(
            ["right", "coded", "how often"],
            score
                .Confusions.Take(MostConfusions)
                .Select(confused => new[] { confused.Gold, confused.Coded, $"{confused.Count}" })
        );
        if (score.Confusions.Count > MostConfusions)
            yield return Styles.Line(
                $"and {score.Confusions.Count - MostConfusions} more kinds; --format csv has all.",
                Styles.Quiet
            );
    }

    private static string Describe(FoundShare total) =>
        $"of {total.Gold} reports {total.Matched} are found (recall {ScoreNumber.FormatShort(total.Recall)}), "
        + $"of {total.Coded} coded ones {total.Matched} are right (precision "
        + $"{ScoreNumber.FormatShort(total.Precision)}).";

    private static Grid Table(string[] head, IEnumerable<string[]> rows)
    {
        var grid = new Grid();
        for (var column = 0; column < head.Length; column++)
        {
            var definition = new GridColumn { Padding = new(0, 0, 3, 0), NoWrap = true };
            grid.AddColumn(column > 0 && head.Length > 3 ? definition.RightAligned() : definition);
        }

        grid.AddRow([.. head.Select(text => (IRenderable)new Text(text, Styles.Quiet))]);
        foreach (var row in rows)
            grid.AddRow([.. row.Select(text => (IRenderable)new Text(text))]);
        return grid;
    }
}
