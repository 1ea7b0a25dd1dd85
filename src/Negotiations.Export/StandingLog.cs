namespace Negotiations.Export;

/// <summary>A log without what was erased.</summary>
public static class StandingLog
{
    /// <summary>The log as if what was erased had never been recorded; what was built on an erased correction builds on what that was built on.</summary>
    public static NegotiationLog Of(NegotiationLog log)
    {
        var erasures = log.Events.Select(recorded => recorded.Event).OfType<PayloadErased>().ToDictionary(erasure => erasure.Event);
        return erasures.Count == 0
            ? log
            : new(log.Settled, [.. log.Events
                .Where(recorded => !recorded.Event.Erased && recorded.Event is not PayloadErased)
                .Select(recorded => recorded.Event is Correction { On: not null } correction
                    ? recorded with { Event = correction with { Head = correction.Head with { On = Standing(correction.On) } } }
                    : recorded)]);

        Guid? Standing(Guid? on)
        {
            while (on is { } id && erasures.TryGetValue(id, out var erasure)) on = erasure.On;
            return on;
        }
    }
}
