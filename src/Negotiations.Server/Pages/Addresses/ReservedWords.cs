namespace Negotiations.Server.Pages;

/// <summary>First segments of addresses that are the program's own: no negotiation has its pages there.</summary>
internal static class ReservedWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "api",
        "articles",
        "assets",
        "corrections",
        "desk",
        "health",
        "negotiations",
        "openapi",
        "talks",
        "favicon.ico",
        "robots.txt",
    };

    public static bool Has(string segment) => Words.Contains(segment);
}
