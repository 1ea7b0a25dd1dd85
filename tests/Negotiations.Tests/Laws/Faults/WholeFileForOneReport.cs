namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: where a file has something new, all of it is appended.</summary>
internal sealed class WholeFileForOneReport : CodingIntake
{
    public override IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, CodedArticle coded)
    {
        var decision = base.Decide(stream, coded);
        return decision.Append.Count == 0 ? decision : decision with { Append = base.Decide([], coded).Append };
    }
}
