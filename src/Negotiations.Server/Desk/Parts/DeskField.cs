namespace Negotiations.Server.Desk;

/// <summary>A field of a form, as it is shown.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Label">What it is called.</param>
public sealed record DeskField(string Name, string Label)
{
    /// <summary>What it is for, in a sentence; empty where the label says it.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What stands in it.</summary>
    public string Value { get; init; } = "";

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<string> Errors
    {
        get;
        init => field = [.. value.Select(NameAdvice.Complete)];
    } = [];

    /// <summary>What somebody else has saved in it meanwhile; null where that is the same.</summary>
    public string? Other { get; init; }

    /// <summary>What may be chosen, with the words for it; empty where anything may be typed.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];

    /// <summary>Identifier of a list of what may be typed; null where there is none.</summary>
    public string? Suggestions { get; init; }

    /// <summary>How many lines it has; one is an ordinary field.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>Whether it has the links of a chain, each with fields of its own.</summary>
    public bool IsChain { get; init; }

    /// <summary>Whether what stands in it is recorded: by where it is in the text, without the words.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Whether what stands in it was read out of the sentence, and nobody has looked at it yet.</summary>
    public bool IsProposed { get; init; }

    /// <summary>Whether the form cannot be sent without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Identifier in the page.</summary>
    public string Id => $"field-{Name.Replace('.', '-')}";

    /// <summary>The parts of the page that describe it; null where there are none.</summary>
    public string? Description =>
        string.Join(
            ' ',
            [
                .. Errors.Count > 0 ? new[] { $"{Id}-error" } : [],
                .. Other is not null ? new[] { $"{Id}-other" } : [],
                .. Hint.Length > 0 ? new[] { $"{Id}-hint" } : [],
            ]
        )
            is { Length: > 0 } ids
            ? ids
            : null;
}
