namespace Negotiations.Server.Pages;

/// <summary>What is known of a round, laid out to be read at a glance.</summary>
/// <param name="Round">Identifier of the round.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Sections">What is known, by subject.</param>
/// <param name="Delegations">The delegations, one beside the other.</param>
/// <param name="Positions">Where the sides stand; null where that was not read.</param>
public sealed record Board(
    string Round,
    string Title,
    IReadOnlyList<BoardSection> Sections,
    IReadOnlyList<BoardSection> Delegations,
    PositionTable? Positions
)
{
    /// <summary>Which page it is, of a section that is shown alone.</summary>
    public Paging Paging { get; init; } = new(1, 1);
}

/// <summary>A section of a board.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">Its lines.</param>
public sealed record BoardSection(string Title, IReadOnlyList<BoardLine> Lines)
{
    /// <summary>The page that has the section whole; null where this one has.</summary>
    public PageAddress? Whole { get; init; }

    /// <summary>How many facts it has.</summary>
    public int Facts { get; init; } = Lines.Count;

    /// <summary>The last part of the address of a section.</summary>
    public static string FormatWord(string title) => Slug.From(title);
}

/// <summary>A value, with how well it is founded.</summary>
/// <param name="Line">The value in words.</param>
/// <param name="Marks">How well it is founded; none where the line is about no single fact.</param>
/// <param name="Why">The page that says who says so; null where the line is about no single fact.</param>
/// <param name="IsMarked">Whether it is the fact that is marked.</param>
public sealed record BoardLine(BriefingLine Line, IReadOnlyList<StandingMark> Marks, PageAddress? Why, bool IsMarked)
{
    /// <summary>The page of what is said of a breach of the agreement; null where nobody speaks of one.</summary>
    public PageAddress? Breach { get; init; }
}
