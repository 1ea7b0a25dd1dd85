namespace Negotiations.Assistant.Patterns;

/// <summary>Reads patterns as a codebook writes them.</summary>
/// <remarks>
/// <c>word</c>; <c>offer~</c> every form of a verb; <c>&lt;group&gt;</c> a group of words of the codebook;
/// <c>(a|b c)</c> one of several; <c>[…]</c> may be there; <c>@talks</c> a noun phrase with that head;
/// <c>{name}</c> a slot; <c>..</c> up to three words, <c>...</c> up to twelve.
/// </remarks>
internal sealed class PatternParser(
    string pattern,
    Func<string, PatternNode?> findGroup,
    Func<string, IReadOnlyList<string>> inflect
)
{
    private int place;

    /// <exception cref="FormatException">The pattern is malformed; the message says where and why.</exception>
    public static PatternNode Parse(
        string pattern,
        Func<string, PatternNode?> findGroup,
        Func<string, IReadOnlyList<string>> inflect
    )
    {
        var parser = new PatternParser(pattern, findGroup, inflect);
        var node = parser.ReadChoice();
        if (parser.place < pattern.Length)
            throw parser.Fail($"'{pattern[parser.place]}' closes nothing");
        return node;
    }

    private PatternNode ReadChoice()
    {
        var choices = new List<PatternNode> { ReadSequence() };
        while (Take('|'))
            choices.Add(ReadSequence());
        return choices is [var only] ? only : new ChoiceNode(choices);
    }

    private SequenceNode ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (SkipSpace() && pattern[place] is not ('|' or ')' or ']'))
            parts.Add(ReadPart());
        return parts.Count > 0 ? new(parts) : throw Fail("something is missing here: a word, a group or a slot");
    }

    private PatternNode ReadPart()
    {
        switch (pattern[place])
        {
            case '(':
                return ReadClosed('(', ')');
            case '[':
                return new OptionalNode(ReadClosed('[', ']'));
            case '{':
                return new SlotNode(ReadName('{', '}'));
            case '<':
                var name = ReadName('<', '>');
                return findGroup(name) ?? throw Fail($"there is no group '{name}' under 'words'");
            case '@':
                place++;
                return place < pattern.Length && pattern[place] is '(' or '<' || IsLetter()
                    ? new NounNode(ReadPart())
                    : throw Fail("after '@' comes a word or a group");
            case '.':
                return ReadGap();
            default:
                return ReadWord();
        }
    }

    private PatternNode ReadClosed(char opening, char closing)
    {
        var start = place++;
        var node = ReadChoice();
        if (!Take(closing))
        {
            place = start;
            throw Fail($"'{opening}' is not closed");
        }

        return node;
    }

    private string ReadName(char opening, char closing)
    {
        var end = pattern.IndexOf(closing, place);
        if (end < 0)
            throw Fail($"'{opening}' is not closed");
        var name = pattern[(place + 1)..end];
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            throw Fail($"'{name}' is no name");
        place = end + 1;
        return name;
    }

    private GapNode ReadGap()
    {
        var start = place;
        while (place < pattern.Length && pattern[place] == '.')
            place++;
        return (place - start) switch
        {
            2 => new(3),
            3 => new(12),
            _ => throw Fail("a gap is '..' or '...'"),
        };
    }

    private WordsNode ReadWord()
    {
        var start = place;
        while (place < pattern.Length && IsLetter())
            place++;
        if (place == start)
            throw Fail($"'{pattern[place]}' is no part of a pattern");
        var word = pattern[start..place];
        if (word.Any(char.IsUpper))
            throw Fail($"'{word}' has a capital; write words in small letters");
        if (place < pattern.Length && pattern[place] == '~')
        {
            place++;
            return new(inflect(word));
        }

        return new([word]);
    }

    private bool IsLetter() =>
        place < pattern.Length && (char.IsLetterOrDigit(pattern[place]) || pattern[place] is '-' or '\'' or ',' or '"');

    private bool SkipSpace()
    {
        while (place < pattern.Length && pattern[place] == ' ')
            place++;
        return place < pattern.Length;
    }

    private bool Take(char wanted)
    {
        if (!SkipSpace() || pattern[place] != wanted)
            return false;
        place++;
        return true;
    }

    private FormatException Fail(string problem) => new($"'{pattern}', character {place + 1}: {problem}");
}
