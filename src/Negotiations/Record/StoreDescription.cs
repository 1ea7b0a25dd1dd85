namespace Negotiations;

/// <summary>A store as a whole: where it is, how large, and what it holds.</summary>
/// <param name="Where">The folder of the private server, or server and database.</param>
/// <param name="Server">The version of PostgreSQL, as the server gives it.</param>
/// <param name="Schema">The version of the store's schema.</param>
/// <param name="Marten">The version of Marten that made or changed its tables last; null before schema 6.</param>
/// <param name="Bytes">What the database takes on the disk of the server.</param>
/// <param name="Last">The last position of the record.</param>
/// <param name="Head">The link of the hash chain there, 32 bytes; null for an empty record.</param>
/// <param name="Negotiations">What is recorded of each negotiation, by identifier.</param>
public sealed record StoreDescription(
    string Where,
    string Server,
    int Schema,
    string? Marten,
    long Bytes,
    RecordPosition Last,
    byte[]? Head,
    IReadOnlyList<StoredNegotiation> Negotiations
);

/// <summary>What a store holds of one negotiation.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Articles">The number of its articles.</param>
/// <param name="Events">The number of its events, its own file included.</param>
/// <param name="LastPosition">The position of the last of them.</param>
public sealed record StoredNegotiation(string Id, int Articles, int Events, long LastPosition);
