namespace Negotiations.Tests.Laws;

/// <summary>How codings are taken in: by the product, unless a planted fault does it otherwise.</summary>
internal class CodingIntake
{
    public virtual IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, CodedArticle coded) =>
        ArticleIntake.Decide(new(stream.Count, stream), coded);

    public virtual IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, NegotiationDefined definition) =>
        NegotiationIntake.Decide(new(stream.Count, stream), definition);
}
