namespace Negotiations;

/// <summary>What a correction would come to.</summary>
/// <param name="Stream">The stream of the article that is corrected.</param>
/// <param name="ExpectedVersion">The version of the stream on which the plan stands.</param>
/// <param name="Basis">What the plan stands on besides the stream.</param>
/// <param name="Added">The correction, as it would be appended.</param>
/// <param name="Refusal">Why it is refused; null where it is not.</param>
/// <param name="Effects">The facts that would change, and over which stretches of the known clock; none where it is
/// refused.</param>
public sealed record CorrectionPlan(
    string Stream,
    long ExpectedVersion,
    ConsistencyBoundary Basis,
    NewEvent Added,
    CorrectionRefusal? Refusal,
    IReadOnlyList<CorrectionEffect> Effects
)
{
    /// <summary>The correction.</summary>
    public Correction Correction => (Correction)Added.Event;

    /// <summary>The fields that it changes, each as it was and as it would be.</summary>
    public IReadOnlyList<ChangedField> Fields { get; private init; } = [];

    /// <summary>The other facts that change for questions with a bound on the happened clock.</summary>
    public IReadOnlyList<HappenedEffect> HappenedEffects { get; private init; } = [];

    /// <summary>Plans a correction on all that is recorded of its negotiation.</summary>
    public static CorrectionPlan Create(NegotiationLog log, Correction correction)
    {
        var stream = StreamName.ForArticle(correction.Negotiation, correction.Article);
        var added = new NewEvent(EventId.ForCorrection(stream, correction.Id), correction);
        var refusal = log.Find(added.Id) is not null
            ? new($"the article has a correction '{correction.Id}' already; give another identifier")
            : PartnerFields.Complete(CorrectionRules.Refuse(log, added.Id, correction), log, stream, added)
                ?? (
                    NoOpCorrection.Find(log, stream, added) is { } same
                        ? new($"the correction changes nothing: {same}")
                        : null
                );
        var plan = new CorrectionPlan(
            stream,
            log.FindStream(stream).Version,
            new(correction.Negotiation, log.Settled.Position, Articles: true),
            added,
            refusal,
            []
        );
        if (refusal is not null)
            return plan;
        var after = log.With(stream, [added]);
        var changed = CorrectionEffects.Between(log, after);
        return plan with
        {
            Fields = ChangedField.FindAll(new(after.Find(added.Id)!, correction), after),
            Effects = changed.Effects,
            HappenedEffects = changed.HappenedEffects,
        };
    }
}
