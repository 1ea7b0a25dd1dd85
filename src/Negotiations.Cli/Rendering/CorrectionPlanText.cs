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
    /// <param name="length">How much of what changes is shown.</param>
    public static IEnumerable<IRenderable> Render(
        CorrectionPlan plan,
        NegotiationLog log,
        long? position,
        PreviewLength length
    )
    {
        var names = new NameWords(log.Definition!);
        var fields = new FieldWords(names, log.Zone);
        var target = EventReference.Format(log.Events.First(recorded => recorded.Id == plan.Correction.Target).Event);
        yield return Styles.Line($"{EventReference.Format(plan.Correction)} corrects {target}", Styles.Strong);
        yield return Styles.Line(CorrectionWords.Describe(plan.Correction, log.Zone), Styles.Plain);
        foreach (var field in plan.Fields)
            yield return Styles.Line($"  {fields.Describe(field)}", Styles.Plain);
        foreach (var part in EffectsText.Render(plan.Effects, new(names, log.Zone), log.Zone, length))
            yield return part;
        foreach (var part in HappenedEffectsText.Render(plan.HappenedEffects, length))
            yield return part;
        yield return Styles.Line(
            position is null ? "\nNothing was appended (--dry-run)." : $"\nRecorded at position {position}.",
            Styles.Quiet
        );
    }
}
