namespace Negotiations;

/// <summary>Names of streams: one for each article of a negotiation, one for the negotiation's own file.</summary>
public static class StreamName
{
    /// <summary>The stream of an article as coded for a negotiation.</summary>
    public static string OfArticle(string negotiation, string article) => $"{ArticlesOf(negotiation)}{article}";

    /// <summary>What the names of all article streams of a negotiation begin with.</summary>
    public static string ArticlesOf(string negotiation) => $"article/{negotiation}/";

    /// <summary>The stream of a negotiation's own file.</summary>
    public static string OfNegotiation(string negotiation) => $"{Negotiations}{negotiation}";

    /// <summary>What the names of all streams of negotiations' files begin with.</summary>
    public const string Negotiations = "negotiation/";
}
