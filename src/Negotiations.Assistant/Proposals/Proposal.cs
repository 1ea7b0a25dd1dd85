using System.Text.Json.Nodes;

namespace Negotiations.Assistant;

/// <summary>A report that somebody may accept: all that one event of a coded file says, as plain data.</summary>
/// <remarks>
/// Nothing in it is decided. Names are those of the negotiation's file; every position counts code points of the
/// normalised text, and every span lies within it.
/// </remarks>
public sealed record Proposal
{
    /// <summary>A type of the catalogue, such as <c>TalksOffered</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The canonical names of those who did the act; empty where nobody is named.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>The first actor in the form that the text uses; null where nobody is named.</summary>
    public string? Written { get; init; }

    /// <summary>The canonical name of the addressee or counterparty.</summary>
    public string? Target { get; init; }

    /// <summary>The canonical names of further participants.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Identifier of the round, or <c>general</c>.</summary>
    public required string Round { get; init; }

    /// <summary>Identifier of the issue; null where the words name none.</summary>
    public string? Issue { get; init; }

    /// <summary>
    /// The details of the type as a coded file has them. Each required detail is there, null where the text does not
    /// say it.
    /// </summary>
    public required JsonObject Details { get; init; }

    /// <summary>The date of the act in EDTF; null where the words give none.</summary>
    public string? Happened { get; init; }

    /// <summary>The words from which <see cref="Happened"/> was resolved.</summary>
    public string? HappenedFrom { get; init; }

    /// <summary>The time of day of the act, by <see cref="Negotiations.TimeOfDay"/>; null where the words give
    /// none.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>Whether the text looks back on the act.</summary>
    public bool LookingBack { get; init; }

    /// <summary>Whether the text says that what is told no longer holds.</summary>
    public bool Ended { get; init; }

    /// <summary>What the source commits itself to.</summary>
    public required Modality Modality { get; init; }

    /// <summary>Where in the text it stands; never empty, in order, none overlapping another.</summary>
    public required IReadOnlyList<ProposedSpan> Evidence { get; init; }

    /// <summary>
    /// The chain of attribution, origin first, without the article's own tail; empty where the outlet speaks itself.
    /// </summary>
    public IReadOnlyList<ProposedLink> Chain { get; init; } = [];

    /// <summary>How sure type, actor and date are, from 1 to 5, as in a coded file.</summary>
    public int Certainty { get; init; } = 3;

    /// <summary>When the entry of a live blog came out; null where that is the publication of the text.</summary>
    public Publication? Known { get; init; }

    /// <summary>The sentence in which it was found.</summary>
    public required ProposedSpan Sentence { get; init; }

    /// <summary>Who proposes it: the rule, such as <c>rule talks-offered/2</c>, or a model.</summary>
    public required string By { get; init; }

    /// <summary>
    /// From 0 to 1: an estimate of the share of proposals like this one of which a coder keeps type and place. It is
    /// for ordering and filtering, and says nothing about the truth of the claim.
    /// </summary>
    public double Confidence { get; init; }

    /// <summary>A sentence made of the fields, in words of our own.</summary>
    public required string Summary { get; init; }

    /// <summary>Keys of acts in the store that it may be a report of, likeliest first.</summary>
    public IReadOnlyList<string> ActCandidates { get; init; } = [];
}

/// <summary>A stretch of the normalised text.</summary>
/// <param name="Start">Position of the first code point, counted from 0.</param>
/// <param name="End">Position after the last code point, greater than <paramref name="Start"/>.</param>
public readonly record struct ProposedSpan(int Start, int End);

/// <summary>A link of a proposed chain of attribution.</summary>
/// <param name="Name">
/// The canonical name; for an unnamed source its description as written, or null for a bare "reportedly".
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="Side">Identifier of the party on whose side the text places it; null where the text is silent.</param>
/// <param name="Span">Where the text names it; null where it does not.</param>
/// <param name="Implied">Why it is there although the text does not name it; null where there is a span.</param>
public sealed record ProposedLink(string? Name, LinkKind Kind, string? Side, ProposedSpan? Span, string? Implied);
