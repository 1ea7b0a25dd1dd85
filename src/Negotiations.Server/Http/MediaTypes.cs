using Microsoft.Net.Http.Headers;

namespace Negotiations.Server;

/// <summary>The media types of bodies that the server accepts.</summary>
// A page of another site can have a browser send a form or plain text. Anything else the browser sends only if the
// server agrees, and it never does. So no other site can have anything recorded here. The forms of the desk show by a
// token that they are its own.
internal static class MediaTypes
{
    private static readonly IReadOnlySet<string> Accepted = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "application/yaml",
        "application/x-yaml",
        "text/yaml",
        "text/x-yaml",
        "application/json",
    };

    public static Task RequireAsync(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsPost(context.Request.Method)
        && !BrowserSessions.IsDesk(context.Request)
        && !(
            MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            && Accepted.Contains(type.MediaType.ToString())
        )
            ? throw new BadHttpRequestException(
                "say by the header Content-Type what is sent: application/yaml or application/json",
                StatusCodes.Status415UnsupportedMediaType
            )
            : next(context);
}
