using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Negotiations.Server;

/// <summary>Reads what is handed in with a request.</summary>
internal static class RequestBodies
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A coded file, with the name that the parameter <c>file</c> gives it.</summary>
    /// <exception cref="CodingException">It is not UTF-8 text.</exception>
    public static async Task<CodedText> ReadCodedAsync(
        HttpRequest request,
        Parameters asked,
        CancellationToken cancellationToken
    )
    {
        var name = asked["file"] ?? "request";
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

    /// <summary>
    /// A message as JSON; what it does not know is refused, so that nothing that is mistyped is overlooked.
    /// </summary>
    /// <exception cref="WrongParameterException">It is not such a message.</exception>
    public static async Task<T> ReadJsonAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            var message = json.Deserialize<T>(Strict)
                ?? throw new WrongParameterException("$", "there is no JSON in the request");
            return WithNull(json.RootElement, "$") is { } broken
                ? throw new WrongParameterException(
                    broken,
                    "there is the character U+0000 in it, which no text can have"
                )
                : message;
        }
        catch (JsonException exception)
        {
            // What the reader says of a syntax error helps; of a member it names types of this program.
            var problem = exception.Path is null
                ? exception.Message
                : "a member is missing, or none of this form, or not of its kind; docs/hosts.md has the form";
            throw new WrongParameterException(exception.Path ?? "$", problem);
        }
    }

    // The first text with the character that PostgreSQL keeps in no text.
    private static string? WithNull(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!.Contains('\0') ? path : null,
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(member => WithNull(member.Value, $"{path}.{member.Name}"))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array => element
                .EnumerateArray()
                .Select((item, i) => WithNull(item, $"{path}[{i}]"))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
}
