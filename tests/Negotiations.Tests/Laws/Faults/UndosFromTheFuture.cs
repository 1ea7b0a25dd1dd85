using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a notice that will be withdrawn never counts.</summary>
internal sealed class UndosFromTheFuture : WithCorrections
{
    protected override PlainCorrections ReadCorrections(IReadOnlyList<RecordedEvent> log) => new Always(log);

    private sealed class Always(IReadOnlyList<RecordedEvent> log) : PlainCorrections(log)
    {
        public override bool IsInForce(Guid id, Instant? time) => base.IsInForce(id, time) && base.IsInForce(id, null);
    }
}
