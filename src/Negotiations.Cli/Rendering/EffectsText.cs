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

        foreach (var effect in shown)
        {
            var cell = new Paragraph($"\n{effect.Key}", Styles.Plain).Append(
                $"  {EffectWords.DescribeStretch(effect, zone)}{(effect.IsOfValue ? "" : "  (the same value)")}\n",
                Styles.Quiet
            );
            var (before, after) = (
                words.Describe(effect.Before),
                effect.After is null ? NothingAt(effect, effects) : words.Describe(effect.After)
            );
            // What differs can be too small for words, such as which of two corrections it was.
            if (before == after)
                cell.Append($"  = {after}\n", Styles.Plain);
            else
            {
                if (effect.Before is not null)
                    cell.Append($"  - {before}\n", Styles.Removed);
                cell.Append($"  + {after}\n", Styles.Added);
            }

            yield return cell;
        }

        foreach (var rest in PreviewLength.DescribeRest(effects.Count, shown.Count, "change"))
            yield return rest;
    }

    private static int CountLines(CorrectionEffect effect, DifferenceWords words) =>
        effect.Before is null || words.Describe(effect.Before) == words.Describe(effect.After) ? 2 : 3;

    // What becomes known only later is not gone.
    private static string NothingAt(CorrectionEffect effect, IEnumerable<CorrectionEffect> effects) =>
        effects.Any(other => other.Key == effect.Key && other.From == effect.Until && other.After is not null)
            ? ChangeWords.NotYet
            : ChangeWords.Gone;
}
