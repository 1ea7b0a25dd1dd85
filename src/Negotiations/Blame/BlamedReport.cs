using NodaTime;

namespace Negotiations;

/// <summary>A report that speaks of a fact.</summary>
/// <param name="Visible">The report.</param>
/// <param name="Value">The value that it asserts or denies; null where it only sets a date or an order.</param>
/// <param name="Corrections">The corrections that touched it, the version in which it stands, or made its article one
/// text with another, in the order of positions.</param>
public sealed record BlamedReport(VisibleReport Visible, FactValue? Value, IReadOnlyList<BlamedCorrection> Corrections)
{
    /// <summary>The part that it plays.</summary>
    public ReportRole Role { get; init; }

    /// <summary>Why it plays it.</summary>
    public RoleReason Reason { get; init; }

    /// <summary>Until when what it said was the value, where something else came between; else null.</summary>
    public Instant? Until { get; init; }
}
