namespace Negotiations.Assistant;

/// <summary>Who, on whose word and when: what a sentence says whatever it reports.</summary>
public sealed record SentenceFacts
{
    /// <summary>The canonical names of whom it is about; empty where nobody is named.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>The same in the form that the text uses; null where nobody is named.</summary>
    public string? Written { get; init; }

    /// <summary>Who says so, the origin first; empty where the outlet speaks itself.</summary>
    public IReadOnlyList<ProposedLink> Chain { get; init; } = [];

    /// <summary>The first day that it names and that is past, in EDTF; null for none.</summary>
    public string? Happened { get; init; }

    /// <summary>The words from which <see cref="Happened"/> was resolved.</summary>
    public string? HappenedFrom { get; init; }
}
