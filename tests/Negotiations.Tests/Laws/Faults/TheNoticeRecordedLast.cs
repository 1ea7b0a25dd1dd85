using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: of two notices the one recorded last counts.</summary>
internal sealed class TheNoticeRecordedLast : WithCorrections
{
    protected override PlainCorrections ReadCorrections(IReadOnlyList<RecordedEvent> log) => new ByRecord(log);

    private sealed class ByRecord(IReadOnlyList<RecordedEvent> log) : PlainCorrections(log)
    {
        public override IEnumerable<(Guid Id, Correction Correction)> FindPublishers(Guid target, Instant? time)
        {
            var counting = base.FindPublishers(target, time).ToList();
            return All.Select(one => (one.Id, one.Correction)).Where(counting.Contains);
        }
    }
}
