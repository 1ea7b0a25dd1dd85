namespace Negotiations.Store;

/// <summary>A row of <c>mt_events</c>, as the check of the hash chain reads it.</summary>
/// <param name="SeqId">Its number.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Stream">Name of its stream.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">Stored name of its type.</param>
/// <param name="ClrName">CLR name of its type.</param>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Timestamp">The time that its writer gave it, in the server's binary form.</param>
/// <param name="IsArchived">Whether it is archived.</param>
/// <param name="Data">Its JSON as the server prints it.</param>
/// <param name="HasBinary">Whether it has a binary payload too, which the chain does not cover.</param>
internal sealed record StoredEvent(
    long SeqId,
    Guid Id,
    string Stream,
    long Version,
    string Type,
    string? ClrName,
    string? Tenant,
    byte[] Timestamp,
    bool? IsArchived,
    string Data,
    bool HasBinary
)
{
    /// <summary>Names of its columns that are empty, and may not be.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Its short form, or null where it cannot be read.</summary>
    public string? ShortForm()
    {
        try
        {
            return EventJson.Read(Type, Data) is { Erased: false } @event
                ? Negotiations.EventReference.Format(@event)
                : null;
        }
        catch (UnreadableEventException)
        {
            return null;
        }
    }
}
