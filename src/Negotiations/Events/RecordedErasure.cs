using NodaTime;

namespace Negotiations;

/// <summary>That what an event said was erased, as the store has it recorded.</summary>
/// <param name="At">When.</param>
/// <param name="Erased">By whom, and why.</param>
public sealed record RecordedErasure(Instant At, PayloadErased Erased)
{
    /// <summary>When and by whom, in words.</summary>
    public override string ToString() => $"erased on {At.InUtc().Date:uuuu'-'MM'-'dd} by {Erased.Who}: {Erased.Reason}";
}
