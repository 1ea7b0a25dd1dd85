using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Negotiations.Server;

internal static class RequestBodies
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a coded file; the parameter <c>file</c> names it in errors.</summary>
    /// <exception cref="CodingException">It is not UTF-8 text.</exception>
    public static async Task<SubmittedFile> ReadCodedAsync(
        HttpRequest request,
        Parameters parameters,
        CancellationToken cancellationToken
    )
    {
        var name = parameters["file"] ?? "request";
        try
        {
            using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true));
            return new(name, await reader.ReadToEndAsync(cancellationToken));
        }
        catch (DecoderFallbackException)
        {
            throw new CodingException([new(name, 0, "", "the file is not UTF-8 text")]);
        }
    }

    /// <summary>Reads a message as JSON. An unknown member is refused: it may be mistyped.</summary>
    /// <exception cref="WrongParameterException">The body is not such a message.</exception>
    public static async Task<T> ReadJsonAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            var message = json.Deserialize<T>(Strict)
                ?? throw new WrongParameterException("$", "there is no JSON in the request");
            return FindNull(json.RootElement, "$") is { } broken
                ? throw new WrongParameterException(
                    broken,
                    "there is the character U+0000 in it, which no text can have"
                )
                : message;
        }
        catch (JsonException exception)
        {
            // Of a syntax error the reader's message helps. Of a member it names types of this program.
            var problem = exception.Path is null
                ? exception.Message
                : "a member is missing, or none of this form, or not of its kind; docs/server.md has the form";
            throw new WrongParameterException(exception.Path ?? "$", problem);
        }
    }

    // The path of the first text with U+0000, which PostgreSQL keeps in no text.
    private static string? FindNull(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!.Contains('\0') ? path : null,
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(member => FindNull(member.Value, $"{path}.{member.Name}"))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array => element
                .EnumerateArray()
                .Select((item, i) => FindNull(item, $"{path}[{i}]"))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
}
