using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>What somebody thinks of a source or of one item of it, by the Admiralty code (NATO AJP-2.1).</summary>
/// <remarks>
/// It is neither what the source commits itself to (<see cref="Modality"/>) nor how sure the coder is of the coding,
/// and no fact follows from it. Several people may grade the same, and differ.
/// </remarks>
public sealed record Grade
{
    /// <summary>How reliable the source is; null where only the item is graded.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>
    /// How credible the item is: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be
    /// judged; null where only the source is graded.
    /// </summary>
    public int? Credibility { get; init; }

    /// <summary>Who graded it.</summary>
    public required string By { get; init; }

    /// <summary>Why; null where nothing is said.</summary>
    public string? Reason { get; init; }

    /// <summary>The grade as it is written: <c>B2</c>, <c>B</c>, <c>2</c>.</summary>
    [JsonIgnore]
    public string Code => $"{Reliability}{Credibility}";
}
