namespace Negotiations;

/// <summary>Names of streams: one for each article of a negotiation, one for the negotiation's own file.</summary>
public static class StreamName
{
    /// <summary>The stream of an article as coded for a negotiation.</summary>
    public static string ForArticle(string negotiation, string article) => $"{PrefixForArticles(negotiation)}{article}";

    /// <summary>What the names of all article streams of a negotiation begin with.</summary>
    public static string PrefixForArticles(string negotiation) => $"{Articles}{negotiation}/";

    /// <summary>What the names of all streams of articles begin with.</summary>
    public const string Articles = "article/";

    /// <summary>The stream of a negotiation's own file.</summary>
    public static string ForNegotiation(string negotiation) => $"{Negotiations}{negotiation}";

    /// <summary>What the names of all streams of negotiations' files begin with.</summary>
    public const string Negotiations = "negotiation/";

    /// <summary>Whether a name is that of an article's stream.</summary>
    public static bool IsArticle(string stream) => stream.StartsWith(Articles, StringComparison.Ordinal);

    /// <summary>The article of a stream; null for a stream of another kind.</summary>
    public static string? ParseArticle(string stream) =>
        IsArticle(stream) && stream.IndexOf('/', Articles.Length) is > 0 and var end ? stream[(end + 1)..] : null;

    /// <summary>The negotiation to which a stream belongs; null for a stream of another kind.</summary>
    public static string? ParseNegotiation(string stream) =>
        stream.StartsWith(Negotiations, StringComparison.Ordinal) ? stream[Negotiations.Length..]
        : IsArticle(stream) && stream.IndexOf('/', Articles.Length) is > 0 and var end ? stream[Articles.Length..end]
        : null;
}
