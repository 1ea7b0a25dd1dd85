namespace Negotiations.Server.Pages;

/// <summary>The headers of pages.</summary>
internal static class PageHeaders
{
    /// <summary>What a page may do: load its style sheet and its script from here, and nothing else.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>Protects a page, whatever it says.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>Says how long a page may be kept.</summary>
    /// <param name="response">The response.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="isForEver">Whether nothing that is recorded later changes it.</param>
    public static void Keep(HttpResponse response, string tag, bool isForEver)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = isForEver ? Immutable : "no-cache";
    }

    /// <summary>Whether whoever asks has the page already.</summary>
    public static bool Has(HttpRequest request, string tag) =>
        AnswerTag.IsHeld(request, tag) || AnswerTag.ReadHeld(request).Contains("*");
}
