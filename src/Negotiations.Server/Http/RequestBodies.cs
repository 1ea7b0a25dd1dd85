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
            using var body = await ReadAsync(request, Limits.CodedFile, "a coded file", cancellationToken);
            using var reader = new StreamReader(body, new UTF8Encoding(false, throwOnInvalidBytes: true));
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
            using var body = await ReadAsync(request, Limits.Message, "a message", cancellationToken);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            if (FindForbidden(json.RootElement, "$") is var (path, forbidden))
                throw new WrongParameterException(path, forbidden);
            return json.Deserialize<T>(Strict)
                ?? throw new WrongParameterException("$", "there is no JSON in the request");
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

    private static async Task<MemoryStream> ReadAsync(
        HttpRequest request,
        long most,
        string what,
        CancellationToken cancellationToken
    )
    {
        var read = new MemoryStream();
        var part = new byte[1 << 16];
        while (await request.Body.ReadAsync(part, cancellationToken) is > 0 and var count)
        {
            if (read.Length + count > most)
                throw new BadHttpRequestException(
                    $"the body has more than {Limits.Format(most)} bytes; {what} has at most that",
                    StatusCodes.Status413PayloadTooLarge
                );
            read.Write(part, 0, count);
        }

        read.Position = 0;
        return read;
    }

    // The path of the first text that has what no text can have, and what that is.
    private static (string Path, string Problem)? FindForbidden(JsonElement element, string path) =>
        element.ValueKind switch
        {
            JsonValueKind.String => FindForbidden(element.GetString, path),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(member =>
                    FindForbidden(() => member.Name, path) ?? FindForbidden(member.Value, $"{path}.{member.Name}")
                )
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array => element
                .EnumerateArray()
                .Select((item, i) => FindForbidden(item, $"{path}[{i}]"))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static (string Path, string Problem)? FindForbidden(Func<string?> read, string path)
    {
        try
        {
            return ForbiddenCharacters.FindProblem(read()) is { } problem ? (path, problem) : null;
        }
        catch (InvalidOperationException)
        {
            // So the reader reports half of a pair of UTF-16 that is escaped.
            return (path, "has half a character, which no text can have; remove it");
        }
    }
}
