using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads the details of a report: the properties that its event type has of its own.</summary>
internal static class DetailReader
{
    /// <summary>Adds the details to the JSON of a report.</summary>
    /// <param name="details">The details.</param>
    /// <param name="type">The event type.</param>
    /// <param name="context">What names and days are read by.</param>
    /// <param name="json">Receives them.</param>
    /// <param name="mayLeaveOut">Whether a required detail that is left out is unknown; else it must be null.</param>
    public static void Read(YamlFields details, Type type, FileContext context, JsonObject json, bool mayLeaveOut)
    {
        foreach (var property in DetailProperties.List(type))
        {
            var name = DetailProperties.FormatName(property);
            if (DetailProperties.IsRequired(property) && !mayLeaveOut && !details.Has(name))
                details.Error(
                    null,
                    $"'{name}' is missing: a required detail of {type.Name}; write null where the text does not say"
                );
            var value = ReadValue(details, property, context);
            if (value is not null || DetailProperties.IsRequired(property))
                json[name] = value is null
                    ? null
                    : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
        }
    }

    /// <summary>Adds only those details that are there, if only as null, to the changes of a report.</summary>
    public static void ReadChanged(YamlFields details, Type type, FileContext context, JsonObject changes)
    {
        foreach (
            var property in DetailProperties
                .List(type)
                .Where(property => details.Has(DetailProperties.FormatName(property)))
        )
        {
            var value = ReadValue(details, property, context);
            changes[DetailProperties.FormatName(property)] = value is null
                ? null
                : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
        }
    }

    private static object? ReadValue(YamlFields details, PropertyInfo property, FileContext context)
    {
        var name = DetailProperties.FormatName(property);
        var type = DetailProperties.FindKind(property);
        if (type == typeof(string))
            return ReadText(details, name, DetailProperties.FindWords(property));
        if (type == typeof(int))
            return details.Number(name);
        if (type == typeof(bool))
            return details.Flag(name);
        if (type == typeof(Edtf))
            return details.Value(name, text => WrittenDates.Read(text, context));
        if (type == typeof(Name))
            return context.Names.Read(details, name);
        if (type.IsEnum)
            return details.Text(name) is { } word ? EnumReader.Read(type, details, name, word) : null;
        if (type == typeof(IReadOnlyList<string>))
            return details.Texts(name);
        if (type == typeof(IReadOnlyList<Name>))
            return details
                .Texts(name)
                ?.Select(form => context.Names.Resolve(details, name, form))
                .OfType<Name>()
                .ToList();
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
