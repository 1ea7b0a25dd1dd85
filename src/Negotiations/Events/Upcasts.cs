using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>Brings the JSON of an event written by an older program to the present format.</summary>
public static class Upcasts
{
    /// <summary>The steps, each from one format to the next; the stored event is never rewritten.</summary>
    public static IReadOnlyList<Upcast> Steps { get; } = [];

    /// <summary>The JSON in the present format.</summary>
    /// <exception cref="UnreadableEventException">The event was written by a newer program.</exception>
    public static JsonObject Apply(string typeName, JsonObject data) =>
        Apply(typeName, data, Steps, DomainEvent.CurrentFormat);

    /// <summary>The JSON in a given format, by given steps.</summary>
    /// <exception cref="UnreadableEventException">The event was written in a newer format, or a step is
    /// missing.</exception>
    public static JsonObject Apply(string typeName, JsonObject data, IReadOnlyList<Upcast> steps, int current)
    {
        var format = ReadFormat(typeName, data);
        if (format > current)
            throw new UnreadableEventException(
                $"a '{typeName}' event has format {format}; this program reads up to {current}"
            );

        for (; format < current; format++)
        {
            foreach (
                var step in steps.Where(step =>
                    step.From == format && (step.TypeName is null || step.TypeName == typeName)
                )
            )
                data = step.Change(data);
            data["format"] = format + 1;
        }

        return data;
    }

    /// <summary>Whether the reader's current value is an object that says to be of the present format.</summary>
    internal static bool IsCurrentNext(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFormat = reader.ValueTextEquals("format"u8);
            reader.Read();
            if (isFormat)
                return reader.TokenType == JsonTokenType.Number
                    && reader.TryGetInt32(out var format)
                    && format == DomainEvent.CurrentFormat;
            reader.Skip();
        }

        return false;
    }

    // Written without a format, an event is of the first.
    private static int ReadFormat(string typeName, JsonObject data) =>
        data["format"] switch
        {
            null => 1,
            JsonValue value when value.TryGetValue(out int format) && format > 0 => format,
            var other => throw new UnreadableEventException(
                $"the format of a '{typeName}' event is {other.ToJsonString()}, which is no number from 1"
            ),
        };
}

/// <summary>One step from a format of an event's JSON to the next.</summary>
/// <param name="TypeName">Stored name of the event type, or null for every type.</param>
/// <param name="From">The format that the step reads.</param>
/// <param name="Change">The step itself.</param>
public sealed record Upcast(string? TypeName, int From, Func<JsonObject, JsonObject> Change);
