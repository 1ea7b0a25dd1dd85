using System.Collections.Frozen;
using System.Text;

namespace Negotiations;

/// <summary>Every type of event, by the name under which it is stored.</summary>
public static class EventTypes
{
    /// <summary>All event types, in the order of their names.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(DomainEvent)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DomainEvent)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, Type> ByName = All.ToFrozenDictionary(GetStoredName);

    /// <summary>The stored name of an event type: the snake case of its simple name, as Marten writes it.</summary>
    public static string GetStoredName(Type type)
    {
        var name = new StringBuilder();
        foreach (var letter in type.Name)
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>The CLR name of an event type, as stored beside each event: <c>Namespace.Type, Assembly</c>.</summary>
    public static string GetClrName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    /// <summary>The event type stored under a name, or null where this program has none.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);
}
