using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Negotiations;

/// <summary>
/// Reads and writes events: what is left of an erased one, or the whole of any other, through its upcasts.
/// </summary>
/// <param name="whole">The options for events that are whole.</param>
internal sealed class EventConverter(JsonSerializerOptions whole) : JsonConverterFactory
{
    // Nothing is required of an erased event: everything that it said is gone.
    private readonly JsonSerializerOptions bare = new(whole)
    {
        RespectRequiredConstructorParameters = false,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireNothing } },
    };

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsSubclassOf(typeof(DomainEvent)) && !typeToConvert.IsAbstract;

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(BareConverter<>).MakeGenericType(typeToConvert), whole, bare)!;

    private static void RequireNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired = false;
    }

    private sealed class BareConverter<TEvent>(JsonSerializerOptions whole, JsonSerializerOptions bare)
        : JsonConverter<TEvent>
        where TEvent : DomainEvent
    {
        private readonly JsonConverter<TEvent> reading = (JsonConverter<TEvent>)whole.GetConverter(typeof(TEvent));

        public override TEvent? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (ErasedEvent.IsNext(reader))
            {
                reader.Skip();
                return JsonSerializer.Deserialize<TEvent>("{}", bare)! with { Erased = true };
            }

            // Nearly every event: what no upcast has to change is read as it stands, and not put into a tree before.
            if (Upcasts.IsCurrentNext(reader))
                return reading.Read(ref reader, typeToConvert, whole);

            var name = EventTypes.GetStoredName(typeof(TEvent));
            var data =
                JsonNode.Parse(ref reader) as JsonObject
                ?? throw new UnreadableEventException($"the data of a '{name}' event is not a JSON object");
            return Upcasts.Apply(name, data).Deserialize<TEvent>(whole);
        }

        public override void Write(Utf8JsonWriter writer, TEvent value, JsonSerializerOptions options)
        {
            if (value.Erased)
                writer.WriteRawValue(ErasedEvent.Json);
            else
                JsonSerializer.Serialize(writer, value, whole);
        }
    }
}
