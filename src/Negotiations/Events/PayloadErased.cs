namespace Negotiations;

/// <summary>What an earlier event of the same stream said was erased, because somebody had a right to that.</summary>
/// <remarks>
/// It says nothing of what the event said; identifiers stay, and so does the place of a correction among others.
/// </remarks>
public sealed record PayloadErased : DomainEvent
{
    /// <summary>Identifier of the event that was erased.</summary>
    public required Guid Event { get; init; }

    /// <summary>Who erased it.</summary>
    public required string Who { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Where a correction was erased, identifier of the event that it corrected; else null.</summary>
    public Guid? Corrected { get; init; }

    /// <summary>Where a correction was erased, identifier of the correction on which it built; else null.</summary>
    public Guid? On { get; init; }
}
