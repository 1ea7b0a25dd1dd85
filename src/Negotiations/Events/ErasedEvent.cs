using System.Text.Json;

namespace Negotiations;

/// <summary>What is left of an event that was erased.</summary>
public static class ErasedEvent
{
    /// <summary>Its JSON, as PostgreSQL prints it.</summary>
    public const string Json = """{"erased": true}""";

    /// <summary>Whether JSON is exactly what is left of an erased event.</summary>
    public static bool Is(string json)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(json));
        try
        {
            return IsNext(reader);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether the reader's current or next value is what is left of an erased event.</summary>
    internal static bool IsNext(Utf8JsonReader reader) =>
        (
            reader.TokenType == JsonTokenType.StartObject
            || (
                reader.TokenType == JsonTokenType.None && reader.Read() && reader.TokenType == JsonTokenType.StartObject
            )
        )
        && reader.Read()
        && reader.TokenType == JsonTokenType.PropertyName
        && reader.ValueTextEquals("erased"u8)
        && reader.Read()
        && reader.TokenType == JsonTokenType.True
        && reader.Read()
        && reader.TokenType == JsonTokenType.EndObject;
}
