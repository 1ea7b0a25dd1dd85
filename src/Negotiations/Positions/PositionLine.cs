using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations;

/// <summary>What a side said on an issue once.</summary>
/// <param name="Claim">The reports of it.</param>
public sealed record StatedPosition(Claim Claim)
{
    private readonly JsonObject value = JsonNode.Parse(Claim.Value.Json)!.AsObject();

    /// <summary>The round.</summary>
    public string Round => Claim.Key.Split('/')[0];

    /// <summary>The position in words; null where the report has none.</summary>
    public string? Words => Find("position");

    /// <summary>On what.</summary>
    public string? Topic => Find("topic");

    /// <summary>Where the side stands, in a word; null where the report does not say.</summary>
    public string? Stance => Find("stance");

    /// <summary>Those who said it, as identifiers; empty where nobody is named.</summary>
    public IReadOnlyList<string> By =>
        value["by"] switch
        {
            JsonArray several => [.. several.Select(name => $"{name}")],
            { } one => [$"{one}"],
            null => [],
        };

    /// <summary>The report whose words these are.</summary>
    public VisibleReport Source => Claim.Primary;

    /// <summary>
    /// Whether it is the same line as another: it is on the same topic, and the stance is the same; where one has none,
    /// the words are.
    /// </summary>
    public bool IsSameLineAs(StatedPosition other) =>
        IsOnTopicOf(other)
        && (
            HasStance && other.HasStance ? Stance == other.Stance : Words == other.Words && HasStance == other.HasStance
        );

    /// <summary>
    /// Whether a side that stood there has moved: it is on the same topic, and the stance is another. Without both
    /// stances nobody can say so.
    /// </summary>
    public bool IsMoveFrom(StatedPosition other) =>
        IsOnTopicOf(other) && HasStance && other.HasStance && Stance != other.Stance;

    private bool HasStance => !string.IsNullOrEmpty(Stance);

    private bool IsOnTopicOf(StatedPosition other) =>
        string.Equals(Topic ?? "", other.Topic ?? "", StringComparison.OrdinalIgnoreCase);

    private string? Find(string detail) => value[detail] is { } found ? $"{found}" : null;
}

/// <summary>Where a side stands on an issue.</summary>
public sealed record PositionLine
{
    /// <summary>Identifier of the side, or of who spoke where the text gives no side; else <c>unnamed</c>.</summary>
    public required string Side { get; init; }

    /// <summary>The fact that gives the line.</summary>
    public required Fact Fact { get; init; }

    /// <summary>The line.</summary>
    public required StatedPosition Now { get; init; }

    /// <summary>What the side said on the issue before, in order, also in earlier rounds.</summary>
    public required IReadOnlyList<StatedPosition> Earlier { get; init; }

    /// <summary>The last line before that is another than this one; null where there is none.</summary>
    public StatedPosition? AnotherBefore => Earlier.LastOrDefault(stated => !stated.IsSameLineAs(Now));

    /// <summary>That line, where the side has moved from it; null where it has not, or nobody can say so.</summary>
    public StatedPosition? MovedFrom => AnotherBefore is { } another && Now.IsMoveFrom(another) ? another : null;

    /// <summary>Since when the line has been known: in these words, or in others with the same stance.</summary>
    public Instant Since
    {
        get
        {
            var run = Earlier.Reverse().TakeWhile(stated => stated.IsSameLineAs(Now)).Prepend(Now);
            return Instant.Max(
                Fact.Since,
                run.SelectMany(stated => stated.Claim.Reports).Min(report => report.RevisedFrom)
            );
        }
    }

    /// <summary>What became of the line since the time with which it is compared; null without such a time.</summary>
    public PositionChange? Change { get; init; }

    /// <summary>The line at that time, where it was said otherwise or on another occasion.</summary>
    public StatedPosition? Before { get; init; }
}

/// <summary>What became of a line since another time.</summary>
public enum PositionChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>There was no line then.</summary>
    New,

    /// <summary>The stance on the topic is another.</summary>
    Moved,

    /// <summary>The line is another: it is on another topic, or without a stance it cannot be compared.</summary>
    Another,

    /// <summary>The line is the same, said again.</summary>
    Restated,

    /// <summary>There is no line any more.</summary>
    Gone,
}
