namespace Negotiations.Server;

/// <summary>Refuses what a page of another site has a browser send.</summary>
// A browser says by Sec-Fetch-Site where a request comes from, and an older one by Origin. Programs say neither.
internal static class FetchMetadata
{
    /// <exception cref="AccessException">The request changes something and comes from another site.</exception>
    public static void Require(HttpRequest request)
    {
        if (
            HttpMethods.IsGet(request.Method)
            || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method)
        )
            return;
        var isOwn = request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => true,
            "" => IsOwn(request, request.Headers.Origin.ToString()),
            _ => false,
        };
        if (!isOwn)
            throw AccessException.Forbid("a page of another site may not have this done");
    }

    private static bool IsOwn(HttpRequest request, string origin) =>
        origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
}
