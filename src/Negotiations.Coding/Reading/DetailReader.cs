using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads the details of a report: the properties that its event type has of its own.</summary>
internal static class DetailReader
{
    /// <summary>The properties that hold the details of an event type.</summary>
    public static IEnumerable<PropertyInfo> ListProperties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite);

    /// <summary>The name of a property in JSON and in coded files.</summary>
    public static string FormatName(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>Whether a detail must be there, if only as null.</summary>
    public static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));

    /// <summary>Adds the details to the JSON of a report.</summary>
    /// <param name="details">The details.</param>
    /// <param name="type">The event type.</param>
    /// <param name="names">Resolves names.</param>
    /// <param name="json">Receives them.</param>
    /// <param name="mayLeaveOut">Whether a required detail that is left out is unknown; else it must be null.</param>
    public static void Read(YamlFields details, Type type, NameResolver names, JsonObject json, bool mayLeaveOut)
    {
        foreach (var property in ListProperties(type))
        {
            var name = FormatName(property);
            if (IsRequired(property) && !mayLeaveOut && !details.Has(name))
                details.Error(
                    null,
                    $"'{name}' is missing: a required detail of {type.Name}; write null where the text does not say"
                );
            var value = ReadValue(details, property, names);
            if (value is not null || IsRequired(property))
                json[name] = value is null
                    ? null
                    : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
        }
    }

    /// <summary>Adds only those details that are there, if only as null, to the changes of a report.</summary>
    public static void ReadChanged(YamlFields details, Type type, NameResolver names, JsonObject changes)
    {
        foreach (var property in ListProperties(type).Where(property => details.Has(FormatName(property))))
        {
            var value = ReadValue(details, property, names);
            changes[FormatName(property)] = value is null
                ? null
                : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
        }
    }

    /// <summary>The words that a detail of text may have; null where it may have any.</summary>
    public static WordsAttribute? FindWords(PropertyInfo property) => property.GetCustomAttribute<WordsAttribute>();

    private static object? ReadValue(YamlFields details, PropertyInfo property, NameResolver names)
    {
        var name = FormatName(property);
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string))
            return ReadText(details, name, FindWords(property));
        if (type == typeof(int))
            return details.Number(name);
        if (type == typeof(bool))
            return details.Flag(name);
        if (type == typeof(Edtf))
            return details.Value(name, Edtf.Parse);
        if (type == typeof(Name))
            return names.Read(details, name);
        if (type.IsEnum)
            return details.Text(name) is { } word ? EnumReader.Read(type, details, name, word) : null;
        if (type == typeof(IReadOnlyList<string>))
            return details.Texts(name);
        if (type == typeof(IReadOnlyList<Name>))
            return details.Texts(name)?.Select(form => names.Resolve(details, name, form)).OfType<Name>().ToList();
        throw new NotSupportedException($"a detail of type {type} cannot be read from a coded file");
    }

    private static string? ReadText(YamlFields details, string name, WordsAttribute? words)
    {
        var text = details.Text(name);
        if (words is { IsOpen: false } && text is not null && !words.Words.Contains(text))
            details.Error(name, $"'{text}' is not one of {string.Join(", ", words.Words)}");
        return text;
    }
}
