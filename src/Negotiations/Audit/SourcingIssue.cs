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
