namespace Negotiations;

/// <summary>What every correction says: of what, by whom, why.</summary>
public sealed record CorrectionHead
{
    /// <summary>Identifier of the negotiation.</summary>
    public required string Negotiation { get; init; }

    /// <summary>Identifier of the article in whose stream the correction stands.</summary>
    public required string Article { get; init; }

    /// <summary>Identifier of the correction, unique in its article.</summary>
    public required string Id { get; init; }

    /// <summary>Who erred: the coder of the article, or its publisher.</summary>
    public required CorrectionBy By { get; init; }

    /// <summary>Who made the correction.</summary>
    public string? Who { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>For a publisher's correction, the notice; null for a coder's.</summary>
    public Notice? Notice { get; init; }

    /// <summary>Identifier of the event that is corrected.</summary>
    public required Guid Target { get; init; }

    /// <summary>
    /// For a coder's correction, the correction of the same target on which it builds; null for the first.
    /// </summary>
    public Guid? On { get; init; }
}
