namespace Negotiations.Assistant.Texts;

/// <summary>A sentence, or the part of one to which it is cut where it has no end.</summary>
/// <param name="Tokens">Its words and marks; never empty.</param>
/// <param name="BeginsQuoted">Whether it begins within a quotation that began before it.</param>
internal sealed record Sentence(IReadOnlyList<Token> Tokens, bool BeginsQuoted)
{
    public int Start => Tokens[0].Start;

    public int End => Tokens[^1].End;
}
