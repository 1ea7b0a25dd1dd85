namespace Negotiations;

/// <summary>A place where the sourcing is weak; it is no error.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Sentence">What an editor should know.</param>
/// <param name="Facts">Keys of the facts that it touches.</param>
/// <param name="Reports">The reports that make it so, in the order of what was known first; none where a whole article
/// is meant.</param>
public sealed record SourcingIssue(
    SourcingIssueKind Kind,
    string Sentence,
    IReadOnlyList<string> Facts,
    IReadOnlyList<VisibleReport> Reports
)
{
    /// <summary>For a contradiction, the reports on the other side.</summary>
    public IReadOnlyList<VisibleReport> Against { get; init; } = [];
}

/// <summary>In what the sourcing of a value is weak, the gravest first.</summary>
public enum SourcingIssueKind
{
    /// <summary>A chain of attribution comes back to a name in it, or articles cite each other for one act.</summary>
    CircularChain,

    /// <summary>A chain names a source, and neither a place in the text nor a reason why it is there.</summary>
    UnsourcedLink,

    /// <summary>An independent origin stands against the value.</summary>
    Disputed,

    /// <summary>Nobody with a name says so.</summary>
    UnnamedOnly,

    /// <summary>The outlet says so itself, and neither whom it has it from nor that it saw it.</summary>
    OutletOnly,

    /// <summary>One source alone says so, and it does not speak of itself.</summary>
    SingleSource,

    /// <summary>Everybody who graded the sources or the items behind the value doubts them.</summary>
    LowGrade,

    /// <summary>Those whom it is about say so on the record, but only one outlet or agency tells it.</summary>
    SingleOutlet,

    /// <summary>The time of publication is assumed.</summary>
    AssumedPublication,

    /// <summary>The page gives another time of publication than was coded.</summary>
    PageTime,
}
