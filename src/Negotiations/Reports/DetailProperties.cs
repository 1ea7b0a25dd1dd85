using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Negotiations;

/// <summary>The details of a report: the properties that its event type has of its own.</summary>
public static class DetailProperties
{
    /// <summary>The properties that hold the details of an event type.</summary>
    /// <param name="type">The event type.</param>
    public static IEnumerable<PropertyInfo> List(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite);

    /// <summary>The name of a property in JSON and in coded files.</summary>
    public static string FormatName(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>What a property holds, where it holds anything.</summary>
    public static Type FindKind(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>Whether a detail must be there, if only as null.</summary>
    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>The words that a detail of text may have; null where it may have any.</summary>
    public static WordsAttribute? FindWords(PropertyInfo property) => property.GetCustomAttribute<WordsAttribute>();
}
