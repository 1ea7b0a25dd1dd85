namespace Negotiations.Assistant;

/// <summary>What a codebook says of one type of report.</summary>
public sealed record CodebookEntry
{
    /// <summary>The type, such as <c>TalksOffered</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The family to which it belongs, such as <c>talks</c>.</summary>
    public required string Family { get; init; }

    /// <summary>What it is, in one sentence.</summary>
    public required string Definition { get; init; }

    /// <summary>What belongs to it although one may doubt it.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>What does not belong to it, with the type that it is instead.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Cases that are hard, with what was decided.</summary>
    public IReadOnlyList<string> HardCases { get; init; } = [];

    /// <summary>Sentences for which the rules propose this type.</summary>
    public IReadOnlyList<CodebookExample> Examples { get; init; } = [];

    /// <summary>Sentences for which they do not propose it.</summary>
    public IReadOnlyList<CodebookExample> CounterExamples { get; init; } = [];

    /// <summary>Whether somebody says something by the act itself: an offer, a demand.</summary>
    public bool IsSaying { get; init; }

    /// <summary>The modality where the words say nothing else.</summary>
    public Modality Modality { get; init; }

    internal IReadOnlyList<Rule> Rules { get; init; } = [];

    /// <summary>From where each detail is taken, by its name.</summary>
    internal IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();
}

/// <summary>A sentence of a codebook.</summary>
/// <param name="Text">The sentence, of invented people and countries.</param>
/// <param name="Line">Its line in the file, counted from 1.</param>
public sealed record CodebookExample(string Text, int Line);
