using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>The facts that corrections change, as text.</summary>
internal static class EffectsText
{
    /// <summary>How many facts change, and each of them as it was and as it is.</summary>
    public static IEnumerable<IRenderable> Render(
        IReadOnlyList<CorrectionEffect> effects,
        DifferenceWords words,
        DateTimeZone zone,
        PreviewLength length
    )
    {
        yield return Styles.Line(
            $"{EffectWords.DescribeCount(effects, zone)}{(effects.Count == 0 ? "." : ":")}",
            Styles.Plain
        );
        var shown = length.Take(effects, effect => CountLines(effect, words));
        // What is not shown one by one is told in short first.
        if (shown.Count < effects.Count)
        {
            var subjects = effects
                .Select(effect => effect.Key)
                .Distinct()
                .GroupBy(key => string.Join('/', key.Split('/').Take(2)))
                .Select(subject => $"{subject.Key} {subject.Count()}");
            yield return Styles.Line($"  {string.Join(", ", subjects)}", Styles.Plain);
        }

        foreach (var line in EffectLine.List(shown, effects, words, zone))
        {
            var cell = new Paragraph($"\n{line.Key}", Styles.Plain).Append(
                $"  {line.Stretch}{(line.IsOfValue ? "" : "  (the same value)")}\n",
                Styles.Quiet
            );
            if (line.Before is not null)
                cell.Append($"  - {line.Before}\n", Styles.Removed);
            yield return cell.Append(
                line.IsSame ? $"  = {line.After}\n" : $"  + {line.After}\n",
                line.IsSame ? Styles.Plain : Styles.Added
            );
        }

        foreach (var rest in PreviewLength.DescribeRest(effects.Count, shown.Count, "change"))
            yield return rest;
    }

    private static int CountLines(CorrectionEffect effect, DifferenceWords words) =>
        effect.Before is null || words.Describe(effect.Before) == words.Describe(effect.After) ? 2 : 3;
}
