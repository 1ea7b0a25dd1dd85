using System.Globalization;

namespace Negotiations.Assistant.Texts;

/// <summary>Cuts a stretch of text into words, numbers and marks, in one pass.</summary>
internal static class Tokenizer
{
    // No word of a language is longer; what is, is told by its beginning.
    private const int LongestWord = 48;

    private static readonly string[] Clitics = ["'s", "'ll", "'d", "'re", "'ve", "'m"];

    public static List<Token> Read(string text, int start, int end)
    {
        var tokens = new List<Token>();
        var isQuoted = false;
        var place = start;
        while (place < end)
        {
            var letter = text[place];
            if (char.IsWhiteSpace(letter) || char.IsControl(letter) || IsInvisible(letter))
                place++;
            else if (IsOfWord(text, place, end))
                place = ReadWord(text, place, end, tokens);
            else
            {
                tokens.Add(ReadMark(text, place, ref isQuoted, tokens));
                place = tokens[^1].End;
            }
        }

        return tokens;
    }

    private static int ReadWord(string text, int start, int end, List<Token> tokens)
    {
        var place = start;
        var isNumber = char.IsAsciiDigit(text[start]);
        while (place < end && (IsOfWord(text, place, end) || Joins(text, place, end, isNumber)))
            place++;
        // The dots of "U.S." belong to it.
        if (place < end && text[place] == '.' && place - start >= 3 && text[place - 2] == '.')
            place++;
        AddWord(text, start, place, isNumber, tokens);
        return place;
    }

    private static void AddWord(string text, int start, int end, bool isNumber, List<Token> tokens)
    {
        var word = Lower(text.AsSpan(start, Math.Min(end - start, LongestWord)));
        foreach (var clitic in Clitics)
        {
            if (word.Length > clitic.Length && word.EndsWith(clitic, StringComparison.Ordinal))
            {
                AddWord(text, start, end - clitic.Length, isNumber, tokens);
                tokens.Add(new(end - clitic.Length, end, TokenKind.Word, clitic, IsCapital: false));
                return;
            }
        }

        tokens.Add(new(start, end, isNumber ? TokenKind.Number : TokenKind.Word, word, IsCapital(text, start)));
    }

    private static Token ReadMark(string text, int place, ref bool isQuoted, List<Token> tokens)
    {
        var length = char.IsSurrogatePair(text, place) ? 2 : 1;
        var kind = text[place] switch
        {
            '“' or '„' or '«' => TokenKind.Opening,
            '”' or '»' => TokenKind.Closing,
            '"' => isQuoted ? TokenKind.Closing : TokenKind.Opening,
            '.' or '!' or '?' or '…' => TokenKind.Stop,
            ',' => TokenKind.Comma,
            _ => TokenKind.Mark,
        };
        isQuoted = kind == TokenKind.Opening || (isQuoted && kind != TokenKind.Closing);
        var word = text.Substring(place, length);
        // The apostrophe after "dockers" is a genitive; other single marks are only marks.
        if (word is "'" or "’" && tokens.Count > 0 && tokens[^1].End == place && tokens[^1].Word.EndsWith('s'))
            return new(place, place + 1, TokenKind.Word, "'s", IsCapital: false);
        return new(place, place + length, kind, word is "–" or "—" ? "–" : word, IsCapital: false);
    }

    private static bool IsOfWord(string text, int place, int end) =>
        char.IsLetterOrDigit(text[place])
        || char.GetUnicodeCategory(text[place])
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
        || place + 1 < end && char.IsSurrogatePair(text, place) && char.IsLetterOrDigit(text, place)
        || place > 0 && char.IsSurrogatePair(text, place - 1) && char.IsLetterOrDigit(text, place - 1);

    // A hyphen, an apostrophe or a dot between two letters, and what stands between two digits.
    private static bool Joins(string text, int place, int end, bool isNumber) =>
        place + 1 < end
        && IsOfWord(text, place + 1, end)
        && (
            text[place] is '-' or '‐' or '‑' or '\'' or '’'
            || isNumber && text[place] is '.' or ',' or ':' && char.IsAsciiDigit(text[place + 1]) && isNumber
            || text[place] == '.' && IsLoneLetter(text, place - 1) && IsLoneLetterBefore(text, place + 1, end)
        );

    private static bool IsLoneLetter(string text, int place) =>
        char.IsUpper(text[place]) && (place == 0 || !char.IsLetterOrDigit(text[place - 1]));

    private static bool IsLoneLetterBefore(string text, int place, int end) =>
        char.IsUpper(text[place]) && (place + 1 >= end || !char.IsLetterOrDigit(text[place + 1]));

    private static bool IsInvisible(char letter) => letter is '\u00AD' or '\u200B' or '\uFEFF';

    private static bool IsCapital(string text, int place) => char.IsUpper(text[place]);

    private static string Lower(ReadOnlySpan<char> word)
    {
        var lower = word.ToString().ToLowerInvariant();
        if (!lower.AsSpan().ContainsAny("’‐‑"))
            return lower;
        return lower.Replace('’', '\'').Replace('‐', '-').Replace('‑', '-');
    }
}
