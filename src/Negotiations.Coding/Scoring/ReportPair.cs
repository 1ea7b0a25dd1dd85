namespace Negotiations.Coding;

/// <summary>What two codings of one article say at one place.</summary>
/// <param name="Gold">The report of the coding against which is measured; null where it has none there.</param>
/// <param name="Coded">The report of the coding that is measured; null where it has none there.</param>
/// <param name="Overlap">
/// The code points that the evidence of both has, as a share of those that either has, from 0 to 1.
/// </param>
public sealed record ReportPair(Report? Gold, Report? Coded, double Overlap)
{
    /// <summary>The label for a place at which a coding has no report.</summary>
    public const string Nothing = "none";

    /// <summary>Whether both have a report of the same type.</summary>
    public bool IsSameType => Gold is not null && Coded is not null && Gold.GetType() == Coded.GetType();

    /// <summary>The type in the coding against which is measured, or <see cref="Nothing"/>.</summary>
    public string GoldType => Gold?.GetType().Name ?? Nothing;

    /// <summary>The type in the coding that is measured, or <see cref="Nothing"/>.</summary>
    public string CodedType => Coded?.GetType().Name ?? Nothing;
}
