using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a publisher's correction counts as if its notice had always been there.</summary>
internal sealed class NoticesFromTheFuture : WithCorrections
{
    protected override PlainCorrections ReadCorrections(IReadOnlyList<RecordedEvent> log) => new Always(log);

    private sealed class Always(IReadOnlyList<RecordedEvent> log) : PlainCorrections(log)
    {
        public override IEnumerable<(Guid Id, Correction Correction)> FindPublishers(Guid target, Instant? time) =>
            base.FindPublishers(target, null);
    }
}
