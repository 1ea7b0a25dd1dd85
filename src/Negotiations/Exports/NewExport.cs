namespace Negotiations;

/// <summary>Something that was made of a negotiation and handed out.</summary>
/// <param name="Format">What it is, such as <c>prov</c> or <c>csv-reports</c>.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Position">The position of the record up to which it was made.</param>
/// <param name="Bounds">The bounds of the question, in words; empty where it had none.</param>
/// <param name="Destination">Where it went: the name of a file, or of whom or what it was sent to.</param>
/// <param name="Sha256">SHA-256 of its bytes, 32 bytes: by it a copy is recognised.</param>
public sealed record NewExport(
    string Format,
    string Negotiation,
    long Position,
    string Bounds,
    string Destination,
    ReadOnlyMemory<byte> Sha256
);
