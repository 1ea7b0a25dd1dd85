namespace Negotiations;

/// <summary>A place where the parties meet or that they speak of.</summary>
/// <param name="Name">What people call it.</param>
public sealed record Place(string Name)
{
    /// <summary>Other forms of the name.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>The place in which it lies, by a name or spelling of the same file; null where nobody says.</summary>
    public string? In { get; init; }

    /// <summary>Every form that means the place.</summary>
    internal IEnumerable<string> ListForms() => [Name, .. Spellings];
}
