namespace Negotiations;

/// <summary>A report, or what else of a version has spans, checked against the text.</summary>
/// <param name="Name"> The short form of the report; <c>article@version</c> for the chain of the article, and for a
/// report of an earlier version that this one carries <c>article@version carries report</c>.
/// </param>
/// <param name="EventId">The event in which the spans stand.</param>
/// <param name="Status">Whether it stands where it says.</param>
/// <param name="Spans">Number of its spans.</param>
/// <param name="Faults">The spans that do not fit.</param>
public sealed record AuditedReport(
    string Name,
    Guid EventId,
    AnchorStatus Status,
    int Spans,
    IReadOnlyList<SpanFault> Faults
)
{
    /// <summary>Whether it is a report of this version, and not only its chain or what it carries.</summary>
    public bool IsReport { get; init; } = true;

    /// <summary>Whether a correction has withdrawn the report, so that it bears on no answer of today.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Whether it is a finding.</summary>
    public bool IsOrphaned => Status == AnchorStatus.Orphaned;
}
