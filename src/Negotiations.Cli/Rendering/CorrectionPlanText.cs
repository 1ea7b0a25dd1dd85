using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>What a correction comes to, as text.</summary>
internal static class CorrectionPlanText
{
    /// <summary>The parts of the page.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="log">The log on which it stands.</param>
    /// <param name="position">The position at which the correction was recorded; null where it was not
    /// appended.</param>
    public static IEnumerable<IRenderable> Render(CorrectionPlan plan, NegotiationLog log, long? position)
    {
        var words = new DifferenceWords(new(log.Definition!), log.Zone);
        var target = EventReference.Format(log.Events.First(recorded => recorded.Id == plan.Correction.Target).Event);
        yield return Styles.Line($"{EventReference.Format(plan.Correction)} corrects {target}", Styles.Strong);
        yield return Styles.Line(CorrectionWords.Describe(plan.Correction, log.Zone), Styles.Plain);
        if (
            plan.Correction is PublicationCorrected { Published: var now }
            && CorrectedPublication.Find(log, plan.Correction.Target) is { } before
        )
            yield return Styles.Line(
                $"published: {PublicationWords.Describe(before, log.Zone)} → "
                    + $"{PublicationWords.Describe(now, log.Zone)}",
                Styles.Plain
            );
        foreach (var part in EffectsText.Render(plan.Effects, words, log.Zone))
            yield return part;
        foreach (var part in HappenedEffectsText.Render(plan.HappenedEffects))
            yield return part;
        yield return Styles.Line(
            position is null ? "\nNothing was appended (--dry-run)." : $"\nRecorded at position {position}.",
            Styles.Quiet
        );
    }
}
