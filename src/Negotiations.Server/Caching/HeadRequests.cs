namespace Negotiations.Server;

/// <summary>A HEAD request gets the headers that a GET request would, and no body.</summary>
// The server itself leaves the body of a HEAD request out, and counts its length.
internal static class HeadRequests
{
    private static readonly object Mark = new();

    public static Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Items[Mark] = true;
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>Whether nobody reads the body.</summary>
    public static bool IsMeant(HttpContext context) => context.Items.ContainsKey(Mark);
}
