namespace Negotiations;

/// <summary>An issue under negotiation: a ceasefire, prisoners, wages.</summary>
/// <param name="Id">Identifier, as it stands in the keys of facts.</param>
/// <param name="Name">What people call it.</param>
public sealed record Issue(string Id, string Name)
{
    /// <summary>Other forms of the name.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>Every form that means the issue.</summary>
    internal IEnumerable<string> ListForms() => [Id, Name, .. Spellings];
}
