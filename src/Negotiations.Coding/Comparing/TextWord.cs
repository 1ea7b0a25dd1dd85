namespace Negotiations.Coding;

/// <summary>A word of a text, or a sign between words.</summary>
/// <param name="Start">Position of its first code point.</param>
/// <param name="End">Position after its last code point.</param>
/// <param name="Text">The word.</param>
/// <param name="IsWord">Whether it has a letter or a digit.</param>
/// <param name="Paragraph">Number of the line on which it stands.</param>
/// <param name="Sentence">Number of the sentence to which it belongs, as far as signs show.</param>
internal readonly record struct TextWord(int Start, int End, string Text, bool IsWord, int Paragraph, int Sentence);
