using System.Text.Json;
using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>Reads short texts, such as names and identifiers, as one string wherever they are equal.</summary>
/// <remarks>
/// Of the memory of a log that is read, half would be copies of the same few names. Whatever else falls into the place
/// of a text takes it over, so the memory is bounded; threads may share it, since each place is read and written once.
/// </remarks>
internal sealed class SharedTextConverter : JsonConverter<string>
{
    private const int Longest = 40;

    private readonly string?[] places = new string?[1 << 13];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan.Length > Longest)
            return reader.GetString();
        var hash = new HashCode();
        hash.AddBytes(reader.ValueSpan);
        ref var place = ref places[hash.ToHashCode() & (places.Length - 1)];
        var known = place;
        return known is not null && reader.ValueTextEquals(known) ? known : place = reader.GetString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
