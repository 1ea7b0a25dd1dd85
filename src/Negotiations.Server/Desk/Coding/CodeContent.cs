using Negotiations.Assistant;

namespace Negotiations.Server.Desk;

/// <summary>The page on which an article is coded and its proposals are decided.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Draft">The draft, as it is now.</param>
/// <param name="Talks">The negotiation.</param>
/// <param name="Lines">The text with its marks.</param>
/// <param name="Reports">The reports of the draft, in their order.</param>
public sealed record CodeContent(
    DeskVisit Visit,
    CodingDraft Draft,
    NegotiationDefined Talks,
    IReadOnlyList<TextLine> Lines,
    IReadOnlyList<ListedReport> Reports
)
{
    /// <summary>The form of a report; null where none is open.</summary>
    public ReportFormContent? Form { get; init; }

    /// <summary>The words that somebody has chosen; null for none.</summary>
    public ChosenWords? Chosen { get; init; }

    /// <summary>What the rules propose for them.</summary>
    public IReadOnlyList<FilledProposal> Proposals { get; init; } = [];

    /// <summary>The types that may fit, and the words by which they were looked for.</summary>
    public (IReadOnlyList<CodebookEntry> Types, string Words) Search { get; init; } = ([], "");

    /// <summary>Words that were looked for in the text and not found, and why.</summary>
    public (string Words, string Problem)? NotFound { get; init; }

    /// <summary>The round of every report that does not say another; null: each says its own.</summary>
    public string? Round { get; init; }

    /// <summary>Which reports are listed.</summary>
    public ShownReports Shown { get; init; }

    /// <summary>What was done just now, or why something was not; null where there is nothing to say.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the notice says that something was not done.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Keys of acts that may be meant, each with what it is.</summary>
    public IReadOnlyList<(string Key, string Words)> Acts { get; init; } = [];

    /// <summary>The address of the draft.</summary>
    public string Path => $"/desk/drafts/{Draft.Id}";

    /// <summary>The reports that are listed.</summary>
    public IReadOnlyList<ListedReport> Listed => [.. Reports.Where(report => report.Is(Shown))];

    /// <summary>The address of the draft with the words that are chosen.</summary>
    public string ChosenPath => Chosen is { } words ? $"{Path}?start={words.Start}&end={words.End}" : Path;
}

/// <summary>Words of the text that somebody has chosen.</summary>
/// <param name="Start">Position of the first code point.</param>
/// <param name="End">Position after the last.</param>
/// <param name="Evidence">How a coded file says them.</param>
public sealed record ChosenWords(int Start, int End, string Evidence);

/// <summary>Which reports of a draft are listed.</summary>
public enum ShownReports
{
    /// <summary>All but those that were rejected.</summary>
    Kept,

    /// <summary>Proposals that nobody has decided.</summary>
    Open,

    /// <summary>Proposals that were rejected.</summary>
    Rejected,

    /// <summary>All.</summary>
    All,
}

/// <summary>A report of a draft in the list.</summary>
/// <param name="Number">Its number, counted from 1.</param>
/// <param name="Event">What the coded file says.</param>
/// <param name="Places">Where it stands in the text, in code points; empty where its words are not found.</param>
public sealed record ListedReport(int Number, DraftEvent Event, IReadOnlyList<(int Start, int End)> Places)
{
    /// <summary>Who says so, such as <c>by Mary Sund</c>; null where the report names nobody.</summary>
    public string? Speaker { get; init; }

    /// <summary>The rounds that it says where they are others than that of the article; null where they are
    /// not.</summary>
    public string? OtherRound { get; init; }

    /// <summary>What is to be added; null for nothing.</summary>
    public string? Advice { get; init; }

    /// <summary>To what the source commits itself, such as <c>denied</c>; null for what it simply asserts.</summary>
    public string? Commitment =>
        Enum.TryParse<Modality>(Event.Find("modality"), ignoreCase: true, out var modality)
            ? SpeakerWords.DescribeModality(modality)
            : null;

    /// <summary>How it stands, in a word.</summary>
    public string Status =>
        Event switch
        {
            { By: null } => "coded by hand",
            { Decision: ReviewDecision.Accepted, IsEdited: true } => "accepted, edited",
            { Decision: ReviewDecision.Accepted } => "accepted",
            { Decision: ReviewDecision.Rejected } => "rejected",
            _ => "to decide",
        };

    /// <summary>The same as a class of the style sheet.</summary>
    public string Class =>
        Event switch
        {
            { IsOpen: true } => "open",
            { Decision: ReviewDecision.Rejected } => "rejected",
            _ => "kept",
        };

    /// <summary>Whether it belongs to those.</summary>
    public bool Is(ShownReports shown) =>
        shown switch
        {
            ShownReports.Open => Event.IsOpen,
            ShownReports.Rejected => Event.Decision == ReviewDecision.Rejected,
            ShownReports.Kept => Event.Decision != ReviewDecision.Rejected,
            _ => true,
        };
}
