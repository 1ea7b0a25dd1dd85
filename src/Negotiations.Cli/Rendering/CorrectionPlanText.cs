using Negotiations.Cli.Rendering.Words;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>What a correction comes to, as text.</summary>
internal static class CorrectionPlanText
{
    /// <summary>The parts of the page.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="log">The log on which it stands.</param>
    /// <param name="position">The position at which the correction was recorded; null where it was not appended.</param>
    public static IEnumerable<IRenderable> Of(CorrectionPlan plan, NegotiationLog log, long? position)
    {
        var words = new DifferenceWords(new(log.Definition!), log.Zone);
        var target = ShortForm.Of(log.Events.First(recorded => recorded.Id == plan.Correction.Target).Event);
        yield return Styles.Line($"{ShortForm.Of(plan.Correction)} corrects {target}", Styles.Strong);
        yield return Styles.Line(CorrectionWords.Of(plan.Correction, log.Zone), Styles.Plain);
        yield return Styles.Line(
            plan.Effects.Count == 0
                ? "No fact changes."
                : $"{QuestionWords.Count(plan.Effects.Select(effect => effect.Key).Distinct().Count(), "fact")} changed, on the known clock ({log.Zone.Id}):",
            Styles.Plain);
        foreach (var effect in plan.Effects)
        {
            var cell = new Paragraph($"\n{effect.Key}", Styles.Plain).Append($"  {EffectWords.StretchOf(effect, log.Zone)}\n", Styles.Quiet);
            if (effect.Before is not null) cell.Append($"  - {words.Of(effect.Before)}\n", Styles.Removed);
            if (effect.After is not null) cell.Append($"  + {words.Of(effect.After)}\n", Styles.Added);
            yield return cell;
        }

        yield return Styles.Line(position is null ? "\nNothing was appended (--dry-run)." : $"\nRecorded at position {position}.", Styles.Quiet);
    }
}
