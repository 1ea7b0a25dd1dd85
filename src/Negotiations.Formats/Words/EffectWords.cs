using NodaTime;

namespace Negotiations.Formats;

/// <summary>The effect of a correction in words.</summary>
public static class EffectWords
{
    /// <summary>How many facts change, and how many of them in value.</summary>
    /// <param name="effects">The changes.</param>
    /// <param name="zone">The zone of the talks.</param>
    /// <param name="isPlanned">Whether nothing is recorded yet: they would change.</param>
    public static string DescribeCount(
        IReadOnlyList<CorrectionEffect> effects,
        DateTimeZone zone,
        bool isPlanned = false
    )
    {
        var facts = effects.GroupBy(effect => effect.Key).ToList();
        var inValue = facts.Count(fact => fact.Any(effect => effect.IsOfValue));
        if (facts.Count == 0)
            return isPlanned ? "No fact would change" : "No fact changes";
        var values =
            inValue == facts.Count ? ""
            : inValue == 0 ? ", none of them in value"
            : $", {inValue} of them in value";
        return $"{QuestionWords.Count(facts.Count, "fact")} {(isPlanned ? "would change" : "changed")}{values}, "
            + $"on the known clock ({zone.Id})";
    }

    /// <summary>The stretch of the known clock over which a fact is otherwise.</summary>
    public static string DescribeStretch(CorrectionEffect effect, DateTimeZone zone)
    {
        var end = effect.Until is { } until ? $" until {DateWords.Describe(until, zone)}" : " on";
        return $"from {DateWords.Describe(effect.From, zone)}{end}";
    }
}
