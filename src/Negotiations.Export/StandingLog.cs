namespace Negotiations.Export;

/// <summary>A log without what was erased.</summary>
public static class StandingLog
{
    /// <summary>The log as if what was erased had never been recorded; what was built on an erased correction builds on what that was built on.</summary>
    public static NegotiationLog Of(NegotiationLog log)
    {
        // More than one where an erasure was undone and made again; one of an event that is intact is none.
        var erased = log.Events.Where(recorded => recorded.Event.Erased).Select(recorded => recorded.Id).ToHashSet();
        var claimed = log.Events.Select(recorded => recorded.Event).OfType<PayloadErased>().ToList();
        var erasures = claimed.Where(erasure => erased.Contains(erasure.Event)).ToLookup(erasure => erasure.Event);
        return claimed.Count == 0 && erased.Count == 0
            ? log
            : new(log.Settled, [.. log.Events
                .Where(recorded => !recorded.Event.Erased && recorded.Event is not PayloadErased)
                .Select(recorded => recorded.Event is Correction { On: not null } correction
                    ? recorded with { Event = correction with { Head = correction.Head with { On = Standing(correction.On) } } }
                    : recorded)]);

        Guid? Standing(Guid? on)
        {
            while (on is { } id && erasures[id].FirstOrDefault() is { } erasure) on = erasure.On;
            return on;
        }
    }
}
