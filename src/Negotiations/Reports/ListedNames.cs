namespace Negotiations;

/// <summary>A fact that lists names, or gives their number.</summary>
internal static class ListedNames
{
    /// <summary>What a list of names asserts; a number alone never replaces names.</summary>
    public static IEnumerable<Assertion> Create(string subject, IReadOnlyList<Name>? names, int? count) =>
        names is { Count: > 0 } ? [new(subject, FactValue.FromNames(names))]
        : count is { } number
            ? [new(subject, FactValue.Comparing($"({number})", ("count", number)), Precedence.Yielding)]
        : [];
}
