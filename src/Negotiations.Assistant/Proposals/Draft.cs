namespace Negotiations.Assistant;

/// <summary>What is proposed for one article.</summary>
public sealed record Draft
{
    /// <summary>The proposals, in reading order.</summary>
    public required IReadOnlyList<Proposal> Proposals { get; init; }

    /// <summary>How many that were found are not proposed, by reason; largest number first.</summary>
    public IReadOnlyList<DroppedProposals> Dropped { get; init; } = [];

    /// <summary>Articles with nearly the same text, the nearest first.</summary>
    public IReadOnlyList<ProposedArticleLink> Links { get; init; } = [];

    /// <summary>What was left out or split, in reading order.</summary>
    public IReadOnlyList<DraftNote> Notes { get; init; } = [];
}

/// <summary>What was found and is not proposed.</summary>
/// <param name="Reason">Why, in words that follow "dropped because".</param>
/// <param name="Count">How many.</param>
public sealed record DroppedProposals(string Reason, int Count);

/// <summary>Another article that has nearly the same text.</summary>
/// <param name="Article">Identifier of the other article.</param>
/// <param name="Contained">
/// The share of five-word sequences of the shorter text that stand in the longer one, from 0 to 1.
/// </param>
public sealed record ProposedArticleLink(string Article, double Contained);

/// <summary>A note on a stretch of the text.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Span">The stretch.</param>
/// <param name="Message">What was noticed.</param>
public sealed record DraftNote(DraftNoteKind Kind, ProposedSpan Span, string Message);

/// <summary>What a note is about.</summary>
public enum DraftNoteKind
{
    /// <summary>Interface text, a caption or a link box, in which nothing was looked for.</summary>
    Boilerplate,

    /// <summary>An entry of a live blog.</summary>
    Entry,

    /// <summary>Words that look like a date and were not resolved.</summary>
    Date,
}
