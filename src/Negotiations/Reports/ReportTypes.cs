using System.Collections.Frozen;

namespace Negotiations;

/// <summary>Every type of report.</summary>
public static class ReportTypes
{
    /// <summary>All of them, in the order of their names.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [.. EventTypes.All.Where(type => type.IsSubclassOf(typeof(Report)))];

    private static readonly FrozenDictionary<string, Type> ByName = All.ToFrozenDictionary(type => type.Name);

    /// <summary>The type with a simple name such as <c>TalksOffered</c>, or null.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
