namespace Negotiations.Assistant.Texts;

/// <summary>Cuts the words of a paragraph into sentences.</summary>
internal static class SentenceSplitter
{
    // What has no full stop in so many words is no prose; each piece is read for itself, so that reading stays linear.
    private const int MostTokens = 150;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "capt",
        "sen",
        "rep",
        "gov",
        "st",
        "no",
        "vs",
        "jr",
        "sr",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    };

    public static List<Sentence> Split(IReadOnlyList<Token> tokens)
    {
        var sentences = new List<Sentence>();
        var (first, quoted, beganQuoted) = (0, false, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            quoted = tokens[i].Kind switch
            {
                TokenKind.Opening => true,
                TokenKind.Closing => false,
                _ => quoted,
            };
            if (tokens[i].Kind is TokenKind.Stop && Ends(tokens, i, out var last))
            {
                for (; i < last; i++)
                    quoted &= tokens[i + 1].Kind != TokenKind.Closing;
                Add(last);
            }
            else if (i - first + 1 >= MostTokens)
                Add(i);
        }

        Add(tokens.Count - 1);
        return sentences;

        void Add(int last)
        {
            if (last < first)
                return;
            sentences.Add(new([.. tokens.Skip(first).Take(last - first + 1)], beganQuoted));
            (first, beganQuoted) = (last + 1, quoted);
        }
    }

    // Whether a sentence ends with a mark, and with what: quotation marks and brackets that close belong to it.
    private static bool Ends(IReadOnlyList<Token> tokens, int stop, out int last)
    {
        last = stop;
        while (last + 1 < tokens.Count && Closes(tokens[last + 1], tokens[last]))
            last++;
        if (last + 1 >= tokens.Count)
            return true;
        var next = tokens[last + 1];
        if (next.Follows(tokens[last]))
            return false;
        if (tokens[stop].Word == "." && stop > 0 && Abbreviations.Contains(tokens[stop - 1].Word))
            return false;
        // "U.S. President": the dot is the word's, so no stop stands here; "?” she asked" goes on.
        return next.IsCapital || next.Kind is TokenKind.Opening or TokenKind.Number or TokenKind.Mark;
    }

    private static bool Closes(Token token, Token before) =>
        token.Kind is TokenKind.Closing or TokenKind.Stop || token.Word is ")" or "’" or "'" && token.Follows(before);
}
