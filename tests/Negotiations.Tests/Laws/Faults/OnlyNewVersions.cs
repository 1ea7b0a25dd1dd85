namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: of a version that is there nothing more is taken in.</summary>
internal sealed class OnlyNewVersions : CodingIntake
{
    public override IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, CodedArticle coded)
    {
        var decision = base.Decide(stream, coded);
        return decision.Append.Any(added => added.Event is ArticleVersionPublished)
            ? decision
            : decision with
            {
                Append = [],
            };
    }
}
