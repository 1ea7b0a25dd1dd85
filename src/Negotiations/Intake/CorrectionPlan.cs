namespace Negotiations;

/// <summary>What a correction would come to.</summary>
/// <param name="Stream">The stream of the article that is corrected.</param>
/// <param name="ExpectedVersion">The version of the stream on which the plan stands.</param>
/// <param name="Added">The correction, as it would be appended.</param>
/// <param name="Refusal">Why it is refused; null where it is not.</param>
/// <param name="Effects">The facts that would change, and over which stretches of the known clock; none where it is refused.</param>
public sealed record CorrectionPlan(
    string Stream, long ExpectedVersion, NewEvent Added, CorrectionRefusal? Refusal, IReadOnlyList<CorrectionEffect> Effects)
{
    /// <summary>The correction.</summary>
    public Correction Correction => (Correction)Added.Event;

    /// <summary>Plans a correction on all that is recorded of its negotiation.</summary>
    public static CorrectionPlan Of(NegotiationLog log, Correction correction)
    {
        var stream = StreamName.OfArticle(correction.Negotiation, correction.Article);
        var added = new NewEvent(EventId.OfCorrection(stream, correction.Id), correction);
        var refusal = log.Events.Any(recorded => recorded.Id == added.Id)
            ? new($"the article has a correction '{correction.Id}' already; give another identifier")
            : CorrectionCheck.Refuse(log, added.Id, correction)
                ?? (NoChange.Find(log, stream, added) is { } same ? new($"the correction changes nothing: {same}") : null);
        return new(stream, log.StreamOf(stream).Version, added, refusal, refusal is null ? CorrectionEffect.Between(log, log.With(stream, [added])) : []);
    }
}
