namespace Negotiations.Formats;

/// <summary>One fact in words.</summary>
/// <param name="Subject">Who or what it is about.</param>
public sealed record BriefingLine(string Subject)
{
    /// <summary>Key of the fact; null where the line is about no single fact.</summary>
    public string? Key { get; init; }

    /// <summary>The status, where the value has one.</summary>
    public string? Status { get; init; }

    /// <summary>The rest of the value.</summary>
    public string Details { get; init; } = "";

    /// <summary>When it happened.</summary>
    public string? Happened { get; init; }

    /// <summary>Since when it has been known; a time that is assumed says so.</summary>
    public string? Since { get; init; }

    /// <summary>The same time alone, for where another mark says that it is assumed.</summary>
    public string? SinceTime { get; init; }

    /// <summary>Who says so, and how close they stand.</summary>
    public string? Origin { get; init; }

    /// <summary>Where it stands: outlet and time.</summary>
    public string? Source { get; init; }

    /// <summary>Identifiers of the articles behind it.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Whether nobody who is named stands behind it.</summary>
    public bool Unnamed { get; init; }

    /// <summary>Whether another origin says otherwise.</summary>
    public bool Disputed { get; init; }

    /// <summary>
    /// Whether it may not have been known yet: an article behind it may have come out later than asked about.
    /// </summary>
    public bool MayBeTooEarly { get; init; }

    /// <summary>What became of the reports behind it, in a word or a few.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>What a reader should know beside it, such as what stands against it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>
    /// Status and details in one; what the source commits itself to stands in brackets behind them. Empty where the
    /// value only says that something took place.
    /// </summary>
    public string Value =>
        string.IsNullOrEmpty(Status) || Details.Length == 0 ? $"{Status}{Details}"
        : Details.StartsWith('(') ? $"{Status} {Details}"
        : $"{Status}, {Details}";
}
