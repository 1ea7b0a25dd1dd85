namespace Negotiations.Server.Pages;

/// <summary>What is known of a round, laid out to be read at a glance.</summary>
/// <param name="Round">Identifier of the round.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Sections">What is known, by subject.</param>
/// <param name="Delegations">The delegations, one beside the other.</param>
/// <param name="Positions">Where the sides stand.</param>
public sealed record Board(
    string Round,
    string Title,
    IReadOnlyList<BoardSection> Sections,
    IReadOnlyList<BoardSection> Delegations,
    PositionTable Positions
)
{
    /// <summary>The last part of the address of a board that has its statements only, and these whole.</summary>
    public const string StatementsWord = "statements";

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Sections.Count + Delegations.Count + Positions.Issues.Count == 0;
}

/// <summary>A section of a board.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">Its lines.</param>
public sealed record BoardSection(string Title, IReadOnlyList<BoardLine> Lines);

/// <summary>A value, with how well it is founded.</summary>
/// <param name="Line">The value in words.</param>
/// <param name="Marks">How well it is founded; none where the line is about no single fact.</param>
/// <param name="Why">The page that says who says so; null where the line is about no single fact.</param>
/// <param name="IsMarked">Whether it is the fact that is marked.</param>
public sealed record BoardLine(BriefingLine Line, IReadOnlyList<StandingMark> Marks, PageAddress? Why, bool IsMarked);
