namespace Negotiations.Coding;

/// <summary>An event of a draft, as it is shown to whoever decides.</summary>
/// <param name="Place">Its place among the events of the file, counted from 0.</param>
/// <param name="Id">Its identifier; empty where it has none.</param>
/// <param name="Type">Its type; empty where it has none.</param>
/// <param name="Fields">Its fields as they are written, but for those below; of a mapping each on its own.</param>
/// <param name="Line">The line on which it begins, counted from 1.</param>
public sealed record DraftEvent(
    int Place,
    string Id,
    string Type,
    IReadOnlyList<(string Name, string Value)> Fields,
    int Line
)
{
    /// <summary>Who proposed it; null where somebody coded it by hand.</summary>
    public string? By { get; init; }

    /// <summary>How sure whoever proposed it was, from 0 to 1; null where nobody says.</summary>
    public double? Confidence { get; init; }

    /// <summary>The evidence as it is written: words, or positions.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Where the sentence stands in which it was found, in code points; null where nobody says.</summary>
    public (int Start, int End)? Sentence { get; init; }

    /// <summary>Keys of acts that it may be a report of, the likeliest first.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>How it was decided; null while it is open, and where it was coded by hand.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>Who decided it.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether something in it was changed since it was proposed.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Whether somebody has yet to decide it.</summary>
    public bool IsOpen => By is not null && Decision is null;

    /// <summary>A field as it is written; null where it is not there.</summary>
    public string? Find(string field) => Fields.FirstOrDefault(written => written.Name == field).Value;
}

/// <summary>How a proposal is decided.</summary>
public enum ReviewDecision
{
    /// <summary>It is a report.</summary>
    Accepted,

    /// <summary>It is none; it stays in the file, with the reason.</summary>
    Rejected,
}
