namespace Negotiations.Assistant.Texts;

/// <summary>Knows lines that are no reporting: sign-up walls, link boxes, captions, bylines.</summary>
internal static class Boilerplate
{
    // A long paragraph is prose, whatever it mentions.
    private const int MostWords = 45;

    private static readonly string[] Anywhere =
    [
        "cookie",
        "privacy notice",
        "privacy policy",
        "newsletter",
        "already a member",
        "already a subscriber",
        "automatically logged in",
        "refresh your browser",
        "browser preferences",
        "all rights reserved",
        "terms of use",
        "terms of service",
        "terms and conditions",
        "click here",
        "tap here",
        "download the app",
        "download our app",
        "see their replies",
        "hundreds of sites",
        "get all your news",
        "curated specifically",
        "would like to be emailed",
        "sign in here",
        "log in here",
        "sign up to",
        "sign up for",
        "subscribe to",
        "subscribe now",
        "view comments",
        "join the conversation",
        "thought-provoking conversations",
        "file picture",
        "file photo",
        "getty images",
        "ap photo",
        "picture:",
        "photograph:",
        "photo:",
        "image:",
        "image credit",
        "push notifications",
        "share this",
        "follow us",
        "ad-free",
        "free trial",
        "days free",
        "your inbox",
        "support our journalism",
        "become a member",
        "advertisement",
    ];

    private static readonly string[] Beginnings =
    [
        "read more",
        "read also",
        "also read",
        "more on this",
        "see also",
        "watch:",
        "listen:",
        "related:",
        "related stories",
        "related articles",
        "top stories",
        "our picks",
        "most read",
        "most popular",
        "recommended",
        "editor's picks",
        "sign up",
        "sign in",
        "log in",
        "subscribe",
        "share ",
        "copyright",
        "©",
        "skip to",
        "advertisement",
        "comments",
        "start reading",
        "live updates:",
        "in pictures",
        "explained:",
        "opinion:",
        "analysis:",
    ];

    private static readonly string[] CaptionEnds =
    [
        "/ap",
        "/afp",
        "/reuters",
        "/epa",
        "(ap)",
        "(afp)",
        "(reuters)",
        "/getty",
        "/pool",
        "handout",
    ];

    /// <summary>What a line is where it is no reporting; null where it may be.</summary>
    public static string? Recognise(ReadOnlySpan<char> line)
    {
        if (line.Length > 400 || CountWords(line) > MostWords)
            return null;
        var lower = line.ToString().ToLowerInvariant().Replace('’', '\'');
        if (Beginnings.Any(phrase => lower.StartsWith(phrase, StringComparison.Ordinal)))
            return "a link or a part of the page around the text";
        if (Anywhere.Any(phrase => lower.Contains(phrase, StringComparison.Ordinal)))
            return "a part of the page around the text";
        if (CaptionEnds.Any(phrase => lower.EndsWith(phrase, StringComparison.Ordinal)))
            return "a caption";
        return lower.StartsWith("by ", StringComparison.Ordinal) && CountWords(line) <= 6 ? "a byline" : null;
    }

    public static int CountWords(ReadOnlySpan<char> line)
    {
        var (count, isWord) = (0, false);
        foreach (var letter in line)
        {
            count += !isWord && !char.IsWhiteSpace(letter) ? 1 : 0;
            isWord = !char.IsWhiteSpace(letter);
        }

        return count;
    }
}
