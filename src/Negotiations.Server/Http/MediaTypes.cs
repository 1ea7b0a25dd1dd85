using Microsoft.Net.Http.Headers;

namespace Negotiations.Server;

/// <summary>What a request that takes something in must say of its body.</summary>
/// <remarks>
/// A page of another site can have a browser send a form or plain text to the host, and nothing else without asking the
/// host
/// first, which agrees to nothing. So it can take nothing in.
/// </remarks>
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

    /// <summary>Refuses what is posted as anything else.</summary>
    public static Task RequireAsync(HttpContext context, RequestDelegate next) =>
        HttpMethods.IsPost(context.Request.Method)
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
