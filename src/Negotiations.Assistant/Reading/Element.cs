using Negotiations.Assistant.Dates;
using Negotiations.Assistant.Names;

namespace Negotiations.Assistant.Reading;

/// <summary>A part of a sentence as patterns see it: a word, a mark, or several words that mean one thing.</summary>
/// <param name="First">The first of its tokens.</param>
/// <param name="Last">The last of its tokens.</param>
/// <param name="Word">The word in small letters; of several words the last.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Element(int First, int Last, string Word, ElementKind Kind)
{
    public Mention? Mention { get; init; }

    public DateMention? Date { get; init; }

    /// <summary>Whether it stands within quotation marks.</summary>
    public bool IsQuoted { get; init; }
}

internal enum ElementKind
{
    Word,
    Number,
    Mention,
    Date,
    Quote,
    Comma,
    Stop,
    Mark,
}
