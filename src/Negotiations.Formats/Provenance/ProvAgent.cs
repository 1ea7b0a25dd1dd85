namespace Negotiations.Formats;

/// <summary>Somebody who acts, speaks or codes.</summary>
/// <param name="Id">The qualified name.</param>
/// <param name="Entity">Identifier in the negotiation's own file; null where it is not there.</param>
/// <param name="Type">The type; null where it may be a person or an organisation.</param>
/// <param name="Label">The name.</param>
public sealed record ProvAgent(string Id, string? Entity, string? Type, string Label)
{
    /// <summary>How it is graded as a source; null where nobody did.</summary>
    public IReadOnlyList<Grade>? Grades { get; init; }
}
