using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Names;

/// <summary>Reads sources that have no name: "two officials", "a person close to the president", "his
/// office".</summary>
internal static class SourceReader
{
    private const int MostModifiers = 5;

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "official",
        "officials",
        "source",
        "sources",
        "diplomat",
        "diplomats",
        "person",
        "people",
        "aide",
        "aides",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "witness",
        "witnesses",
        "analyst",
        "analysts",
        "authorities",
        "insider",
        "insiders",
        "adviser",
        "advisers",
        "negotiator",
        "negotiators",
        "mediators",
        "mediator",
        "envoys",
        "officer",
        "officers",
        "delegate",
        "delegates",
        "minister",
        "ministers",
        "lawmaker",
        "lawmakers",
        "observers",
        "experts",
        "office",
        "ministry",
        "participant",
        "participants",
        "residents",
        "media",
        "reports",
        "report",
        "police",
        "leaders",
        "executive",
        "executives",
    };

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "a",
        "an",
        "the",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
        "some",
        "many",
        "other",
        "another",
        "his",
        "her",
        "its",
        "their",
        "senior",
        "western",
        "local",
        "unnamed",
        "anonymous",
        "government",
        "foreign",
        "top",
        "military",
        "former",
        "high-ranking",
        "medical",
        "regional",
        "union",
        "company",
        "industry",
        "press",
        "state",
        "diplomatic",
        "security",
        "intelligence",
    };

    /// <summary>The source that stands at a place, or null.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it may begin.</param>
    /// <param name="owner">The party whose adjective or genitive stands before; null where none does.</param>
    /// <param name="findSide">The side that a possessive pronoun means.</param>
    /// <param name="findParty">The party that the words at a place name, and how many they are.</param>
    public static Mention? Read(
        IReadOnlyList<Token> tokens,
        string text,
        int place,
        NamedEntity? owner,
        Func<string, string?> findSide,
        Func<int, (int Length, NamedEntity? Party)> findParty
    )
    {
        var noun = FindNoun(tokens, place, owner is not null, findParty, ref owner);
        if (noun < 0)
            return null;
        var word = tokens[noun].Word;
        var isOwned = tokens[place].Word is "his" or "her" or "its" or "their";
        // "The report" and "a person" are sources only where more is said of them.
        var last = ReadTail(tokens, noun);
        if (word is "person" or "people" or "executive" or "participant" or "participants" && last == noun)
            return null;
        if (word is "office" or "ministry" or "minister" or "report" && !isOwned && owner is null)
            return null;
        if (noun == place && owner is null && !word.EndsWith('s') && word != "people")
            return null;
        return new(place, last, MentionKind.Source)
        {
            Side = owner is not null
                ? owner.Kind == EntityKind.Party
                    ? owner.Id
                    : owner.Side
                : isOwned
                    ? findSide(tokens[place].Word)
                    : null,
            Written = text[tokens[place].Start..tokens[last].End],
        };
    }

    private static int FindNoun(
        IReadOnlyList<Token> tokens,
        int place,
        bool isOwned,
        Func<int, (int Length, NamedEntity? Party)> findParty,
        ref NamedEntity? owner
    )
    {
        for (var i = place; i < tokens.Count && i <= place + MostModifiers; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number))
                return -1;
            if (Nouns.Contains(tokens[i].Word))
                return i + 1 < tokens.Count && Nouns.Contains(tokens[i + 1].Word) ? i + 1 : i;
            if (findParty(i) is { Party: { } party } found)
            {
                owner ??= party;
                i += found.Length - 1;
                continue;
            }

            if (
                !Openers.Contains(tokens[i].Word)
                && tokens[i].Kind != TokenKind.Number
                && !TitleWords.IsModifier(tokens[i].Word)
            )
                return -1;
            if (isOwned && tokens[i].Word is "the" or "a")
                return -1;
        }

        return -1;
    }

    // "familiar with the matter", "close to the president", "at the table": up to where something else begins.
    private static int ReadTail(IReadOnlyList<Token> tokens, int noun)
    {
        const int Longest = 5;
        if (
            noun + 2 >= tokens.Count
            || tokens[noun + 1].Word
                is not ("familiar" or "close" or "briefed" or "involved" or "at" or "with" or "near" or "from" or "in")
        )
            return noun;
        var isFixed = tokens[noun + 1].Word is "familiar" or "close" or "briefed" or "involved" or "near" or "with";
        var last = noun;
        for (var i = noun + 1; i < tokens.Count && i <= noun + Longest; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || i > noun + 1 && IsVerb(tokens[i].Word))
                break;
            last = i;
            if (
                i > noun + 2
                && tokens[i].Word
                    is "matter"
                        or "plans"
                        or "talks"
                        or "table"
                        or "situation"
                        or "discussions"
                        or "negotiations"
            )
                break;
        }

        return isFixed || tokens[last].Word is "table" or "talks" or "room" ? last : noun;
    }

    private static bool IsVerb(string word) =>
        word
            is "said"
                or "says"
                or "told"
                or "have"
                or "has"
                or "had"
                or "say"
                or "tell"
                or "was"
                or "were"
                or "are"
                or "is"
                or "confirmed"
                or "added";
}
