namespace Negotiations.Coding;

/// <summary>The file of a negotiation.</summary>
/// <param name="File">The file.</param>
/// <param name="Definition">What it says.</param>
public sealed record CodedDefinition(string File, NegotiationDefined Definition);
