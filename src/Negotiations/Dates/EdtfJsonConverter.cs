using System.Text.Json;
using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>Writes a date as its text.</summary>
internal sealed class EdtfJsonConverter : JsonConverter<Edtf>
{
    public override Edtf Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Edtf.Parse(reader.GetString()!);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message);
        }
    }

    public override void Write(Utf8JsonWriter writer, Edtf value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
