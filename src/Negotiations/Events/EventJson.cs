using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Negotiations;

/// <summary>How events are written as JSON and read back.</summary>
public static class EventJson
{
    /// <summary>
    /// The options that every writer and reader of events shares; a host passes them to its own serializer.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    private static JsonSerializerOptions CreateOptions()
    {
        var whole = CreateWhole();
        var options = new JsonSerializerOptions(whole);
        options.Converters.Add(new EventConverter(whole));
        options.MakeReadOnly();
        return options;
    }

    private static JsonSerializerOptions CreateWhole()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WriteRequiredNulls, RefuseNullItems } },
        };
        options.Converters.Add(
            new JsonStringEnumConverter<Standing>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
        );
        options.Converters.Add(new JsonStringEnumConverter<Reliability>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new SharedTextConverter());
        options.Converters.Add(new EdtfJsonConverter());
        options.Converters.Add(new InstantJsonConverter());
        options.MakeReadOnly();
        return options;
    }

    // A required value that is unknown is null, and said to be: what is merely absent is an error on reading.
    private static void WriteRequiredNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsRequired))
            property.ShouldSerialize = (_, _) => true;
    }

    // What a list may hold is not known to the serializer: it looks at annotations of fields only.
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        var lists = type
            .Properties.Where(property =>
                !property.IsExtensionData && property.Get is not null && IsList(property.PropertyType)
            )
            .ToList();
        if (lists.Count == 0)
            return;
        type.OnDeserialized = value =>
        {
            foreach (var list in lists)
            {
                if (list.Get!(value) is IEnumerable items && items.Cast<object?>().Any(item => item is null))
                    throw new JsonException($"an item of '{list.Name}' is null");
            }
        };
    }

    private static bool IsList(Type type) =>
        type != typeof(string)
        && typeof(IEnumerable).IsAssignableFrom(type)
        && !typeof(JsonNode).IsAssignableFrom(type);

    /// <summary>The JSON of an event.</summary>
    public static string Write(DomainEvent @event) => JsonSerializer.Serialize(@event, @event.GetType(), Options);

    /// <summary>The event that stands as JSON under a stored type name.</summary>
    /// <exception cref="UnreadableEventException">The type is unknown, the format is newer, or the JSON does not
    /// fit.</exception>
    public static DomainEvent Read(string typeName, string json) =>
        Read(typeName, type => JsonSerializer.Deserialize(json, type, Options));

    /// <summary>The event that stands as JSON, in UTF-8, under a stored type name.</summary>
    /// <exception cref="UnreadableEventException">The type is unknown, the format is newer, or the JSON does not
    /// fit.</exception>
    public static DomainEvent Read(string typeName, byte[] json) =>
        Read(typeName, type => JsonSerializer.Deserialize(json, type, Options));

    private static DomainEvent Read(string typeName, Func<Type, object?> deserialize)
    {
        var type =
            EventTypes.Find(typeName)
            ?? throw new UnreadableEventException(
                $"event type '{typeName}' is not known to this version of the program"
            );
        try
        {
            return (DomainEvent?)deserialize(type)
                ?? throw new UnreadableEventException($"the data of a '{typeName}' event is not a JSON object");
        }
        // Whatever else reading throws comes from what stands there too.
        catch (Exception exception)
            when (exception
                    is JsonException
                        or ArgumentException
                        or FormatException
                        or InvalidOperationException
                        or OverflowException
                        or NotSupportedException
            )
        {
            throw new UnreadableEventException($"the data of a '{typeName}' event cannot be read: {exception.Message}");
        }
    }
}
