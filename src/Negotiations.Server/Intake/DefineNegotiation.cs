namespace Negotiations.Server;

/// <summary>Take in the file of a negotiation.</summary>
/// <param name="Coded">The file, as it is handed in.</param>
public sealed record DefineNegotiation(CodedText Coded);
