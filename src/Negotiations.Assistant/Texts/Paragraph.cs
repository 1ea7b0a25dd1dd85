namespace Negotiations.Assistant.Texts;

/// <summary>A line of the text.</summary>
/// <param name="Start">Its first UTF-16 unit that is no space.</param>
/// <param name="End">The place after its last one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">The entry of a live blog to which it belongs; 0 where it belongs to none.</param>
internal readonly record struct Paragraph(int Start, int End, ParagraphKind Kind, int Entry);

internal enum ParagraphKind
{
    Body,
    Heading,
    Boilerplate,
    EntryTime,
}
