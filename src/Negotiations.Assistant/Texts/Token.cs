namespace Negotiations.Assistant.Texts;

/// <summary>A word, a number or a mark; positions count UTF-16 units of the normalised text.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, string Word, bool IsCapital)
{
    /// <summary>Whether it begins right where another ends.</summary>
    public bool Follows(Token other) => Start == other.End;
}

internal enum TokenKind
{
    Word,
    Number,
    Opening,
    Closing,
    Stop,
    Comma,
    Mark,
}
