using System.Text;
using System.Text.Json;

namespace Negotiations.Coding;

/// <summary>Reads a JSON document with the places of its values.</summary>
internal sealed class PlacedJsonReader
{
    // Several times what the deepest file of these tools has.
    private const int DeepestNesting = 64;

    // In a document that is one line nobody counts columns, and counting them anew for each value takes for ever.
    private const int LongestLine = 4_000;

    private readonly byte[] bytes;
    private readonly List<int> lines = [0];

    private PlacedJsonReader(byte[] bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == (byte)'\n')
                lines.Add(i + 1);
        }
    }

    /// <summary>The document; null where it is no JSON, which is noted.</summary>
    public static PlacedJson? Read(SubmittedFile file, List<CodingError> errors)
    {
        var reader = new PlacedJsonReader(Encoding.UTF8.GetBytes(file.Text));
        try
        {
            return reader.Read();
        }
        catch (JsonException exception)
        {
            errors.Add(
                new(
                    file.File,
                    (int)Math.Min(int.MaxValue, (exception.LineNumber ?? 0) + 1),
                    "",
                    $"this is not well-formed JSON: {Shorten(exception.Message)}"
                )
            );
        }
        catch (UnreadableText exception)
        {
            errors.Add(
                new(file.File, exception.Place.Line, exception.Path, "holds half a character, which no text can have")
                {
                    Column = exception.Place.Column,
                }
            );
        }

        return null;
    }

    // The library adds to each of its messages where it stopped, which is told once.
    private static string Shorten(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    private PlacedJson Read()
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DeepestNesting });
        reader.Read();
        var root = ReadValue(ref reader, "");
        // Anything behind the value is refused by the library.
        reader.Read();
        return root;
    }

    private PlacedJson ReadValue(ref Utf8JsonReader reader, string path)
    {
        var place = Locate((int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<(string, PlacedJson)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = ReadText(ref reader, path);
                    reader.Read();
                    members.Add((name, ReadValue(ref reader, path.Length == 0 ? name : $"{path}.{name}")));
                }

                return new(JsonValueKind.Object, "", path, place) { Members = members };
            case JsonTokenType.StartArray:
                var items = new List<PlacedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader, $"{path}[{items.Count}]"));
                return new(JsonValueKind.Array, "", path, place) { Items = items };
            case JsonTokenType.String:
                return new(JsonValueKind.String, ReadText(ref reader, path), path, place);
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan), path, place);
            case JsonTokenType.True:
                return new(JsonValueKind.True, "", path, place);
            case JsonTokenType.False:
                return new(JsonValueKind.False, "", path, place);
            default:
                return new(JsonValueKind.Null, "", path, place);
        }
    }

    private string ReadText(ref Utf8JsonReader reader, string path)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableText(path, Locate((int)reader.TokenStartIndex));
        }
    }

    private FieldPlace Locate(int at)
    {
        var found = lines.BinarySearch(at);
        var line = found >= 0 ? found : ~found - 1;
        var before = bytes.AsSpan(lines[line], at - lines[line]);
        return new(line + 1, before.Length > LongestLine ? 0 : Encoding.UTF8.GetCharCount(before) + 1);
    }

    // A text with half of a surrogate pair, which JSON can write and Unicode does not have.
    private sealed class UnreadableText(string path, FieldPlace place) : Exception
    {
        public string Path => path;

        public FieldPlace Place => place;
    }
}
