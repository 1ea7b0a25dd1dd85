using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>The facts that corrections change, as text.</summary>
internal static class EffectsText
{
    // What does not fit on a screen is told in short first.
    private const int MostWithoutSummary = 20;

    /// <summary>How many facts change, and each of them as it was and as it is.</summary>
    public static IEnumerable<IRenderable> Render(
        IReadOnlyList<CorrectionEffect> effects,
        DifferenceWords words,
        DateTimeZone zone
    )
    {
        yield return Styles.Line(
            $"{EffectWords.DescribeCount(effects, zone)}{(effects.Count == 0 ? "." : ":")}",
            Styles.Plain
        );
        var keys = effects.Select(effect => effect.Key).Distinct().ToList();
        if (keys.Count > MostWithoutSummary)
        {
            var subjects = keys.GroupBy(key => string.Join('/', key.Split('/').Take(2)))
                .Select(subject => $"{subject.Key} {subject.Count()}");
            yield return Styles.Line($"  {string.Join(", ", subjects)}", Styles.Plain);
        }

        foreach (var effect in effects)
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
    }

    // What becomes known only later is not gone.
    private static string NothingAt(CorrectionEffect effect, IEnumerable<CorrectionEffect> effects) =>
        effects.Any(other => other.Key == effect.Key && other.From == effect.Until && other.After is not null)
            ? ChangeWords.NotYet
            : ChangeWords.Gone;
}
