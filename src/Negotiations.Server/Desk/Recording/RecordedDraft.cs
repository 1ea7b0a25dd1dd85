namespace Negotiations.Server.Desk;

/// <summary>The draft that somebody has recorded last, in a cookie of theirs: whoever goes back to it in the browser is
/// led to its article.</summary>
internal static class RecordedDraft
{
    private const string Cookie = "negotiations-recorded";

    /// <summary>Notes that a draft is recorded.</summary>
    public static void Note(HttpContext context, CodingDraft draft) =>
        context.Response.Cookies.Append(
            Cookie,
            $"{draft.Id}/{draft.Negotiation}/{draft.Article}",
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                Path = "/desk",
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
            }
        );

    /// <summary>Where the article is that came of the draft in the path of a request; null where nobody
    /// knows.</summary>
    public static string? FindArticle(HttpContext context) =>
        context.Request.Cookies[Cookie]?.Split('/') is [var id, var talks, var article]
        && id == context.Request.RouteValues["draft"] as string
        && Slug.IsValid(talks)
        && Slug.IsValid(article)
            ? $"/{talks}/articles/{article}"
            : null;
}
