namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: corrections count also where they were recorded later.</summary>
internal sealed class CorrectionsFromLater : PlainAnswers
{
    public override IReadOnlyList<RecordedEvent> Recorded(IReadOnlyList<RecordedEvent> log, RecordedBound? bound)
    {
        var recorded = base.Recorded(log, bound);
        var ids = recorded.Select(one => one.Id).ToHashSet();
        return
        [
            .. log.Where(one =>
                ids.Contains(one.Id) || (one.Event is Correction correction && ids.Contains(correction.Target))
            ),
        ];
    }
}
