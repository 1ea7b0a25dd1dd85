using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>The facts that corrections change only in answers with a bound on the happened clock, as text.</summary>
internal static class HappenedEffectsText
{
    /// <summary>Each fact with the bounds for which it changes; nothing where there is none.</summary>
    public static IEnumerable<IRenderable> Render(IReadOnlyList<HappenedEffect> effects, PreviewLength length)
    {
        if (effects.Count == 0)
            yield break;
        yield return Styles.Line(
            $"\nIn answers with --happened-by alone, {QuestionWords.Count(effects.Count, "more fact")} changed:",
            Styles.Plain
        );
        var shown = length.Take(effects, _ => 1);
        foreach (var effect in shown)
        {
            var days = effect.Days.Select(day => day.ToString("d MMM uuuu", CultureInfo.InvariantCulture));
            yield return new Paragraph($"\n{effect.Key}", Styles.Plain).Append(
                $"  for acts up to {string.Join(", ", days)}\n",
                Styles.Quiet
            );
        }

        foreach (var rest in PreviewLength.DescribeRest(effects.Count, shown.Count, "fact"))
            yield return rest;
    }
}
