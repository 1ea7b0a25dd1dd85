namespace Negotiations;

/// <summary>A place at which the store does not fit its hash chain.</summary>
/// <param name="Position">The position on the record clock; null for what has none.</param>
/// <param name="Event">Identifier of the event; null where it is not known.</param>
/// <param name="Problem">What does not fit.</param>
public sealed record ChainFault(long? Position, Guid? Event, string Problem)
{
    /// <summary>What kind of fault it is.</summary>
    public ChainFaultKind Kind { get; init; }

    /// <summary>The stream of the event; null where it is not known.</summary>
    public string? Stream { get; init; }

    /// <summary>The version of the event in its stream; null where it is not known.</summary>
    public long? Version { get; init; }

    /// <summary>
    /// The short form of the event, such as <c>article#report</c>; null where the event can no longer be read.
    /// </summary>
    public string? ShortForm { get; init; }

    /// <summary>The fault in one line that names position, event and problem.</summary>
    public override string ToString() => $"{string.Join(", ", Place())}: {Problem}";

    private IEnumerable<string> Place()
    {
        if (Position is not null)
            yield return $"position {Position}";
        if (ShortForm is not null)
            yield return ShortForm;
        if (Event is not null)
            yield return $"event {Event}";
        if (Stream is not null)
            yield return Version is null ? $"stream '{Stream}'" : $"version {Version} of stream '{Stream}'";
    }
}
