using NodaTime;

namespace Negotiations;

/// <summary>A correction with the values that it replaced when it was recorded.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="Effects">The values that it replaced, over stretches of the known clock; none where it only says
/// otherwise who said so, or when.</param>
/// <param name="Fields">The fields that it changes, each as it was and as it is.</param>
public sealed record ReplacedValues(
    RecordedCorrection Correction,
    IReadOnlyList<CorrectionEffect> Effects,
    IReadOnlyList<ChangedField> Fields
)
{
    /// <summary>
    /// The corrections in force for a question, in the order of positions, each with what it replaced.
    /// </summary>
    /// <param name="log">The log up to the position to which the bound on the record clock resolves.</param>
    /// <param name="question">The question.</param>
    /// <param name="prefix">Only facts with this part of a key, and corrections that changed these or what stands
    /// behind
    /// them; empty for all.</param>
    public static IEnumerable<ReplacedValues> FindAll(NegotiationLog log, Question question, string prefix = "") =>
        from correction in log.Timeline.CorrectionsKnownBy(question.KnownBy)
        let effects = ComputeEffects(correction, log)
            .Where(effect =>
                FactKeys.Admits(effect.Key, prefix) && (question.KnownBy is null || effect.From <= question.KnownBy)
            )
            .ToList()
        where prefix.Length == 0 || effects.Count > 0
        select new ReplacedValues(
            correction,
            effects.FindAll(effect => effect.IsOfValue),
            ChangedField.FindAll(correction, log)
        );

    // Between the record just before the correction and the record with it: so it never changes what a correction
    // replaced.
    private static IReadOnlyList<CorrectionEffect> ComputeEffects(RecordedCorrection correction, NegotiationLog log) =>
        CorrectionEffect.Between(UpTo(log, correction.Recorded.Position - 1), UpTo(log, correction.Recorded.Position));

    private static NegotiationLog UpTo(NegotiationLog log, long position)
    {
        var events = log.Events.Where(recorded => recorded.Position <= position).ToList();
        return new(new RecordPosition(position, events.Count == 0 ? (Instant?)null : events[^1].RecordedAt), events);
    }
}
