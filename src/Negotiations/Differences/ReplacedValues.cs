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
        from replaced in ComputeEffects([.. log.Timeline.CorrectionsKnownBy(question.KnownBy)], log, prefix)
        let effects = replaced
            .Effects.Where(effect => question.KnownBy is null || effect.From <= question.KnownBy)
            .ToList()
        where prefix.Length == 0 || effects.Count > 0
        select new ReplacedValues(
            replaced.Correction,
            effects.FindAll(effect => effect.IsOfValue),
            ChangedField.FindAll(replaced.Correction, log)
        );

    // Between the record just before the correction and the record with it: so it never changes what a correction
    // replaced. The record is read once, and grows from each to the next.
    private static IEnumerable<(RecordedCorrection Correction, IReadOnlyList<CorrectionEffect> Effects)> ComputeEffects(
        IReadOnlyList<RecordedCorrection> corrections,
        NegotiationLog log,
        string prefix
    )
    {
        NegotiationLog? before = null;
        var events = log.Events.OrderBy(recorded => recorded.Position).ToList();
        var taken = 0;
        foreach (var correction in corrections.OrderBy(correction => correction.Recorded.Position))
        {
            var position = correction.Recorded.Position;
            var until = events.FindIndex(taken, recorded => recorded.Position >= position);
            if (before is null)
                before = new(
                    new(position - 1, until == 0 ? null : events[until - 1].RecordedAt),
                    events.GetRange(0, until)
                );
            else
                foreach (var recorded in events.GetRange(taken, until - taken))
                    before = before.With(recorded);
            var after = before.With(correction.Recorded);
            yield return (correction, CorrectionEffect.Between(before, after, prefix));
            (before, taken) = (after, until + 1);
        }
    }
}
