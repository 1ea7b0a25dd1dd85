using NodaTime;

namespace Negotiations.Formats;

/// <summary>Who says so, in words.</summary>
public sealed class SourceWords(NameWords names, DateTimeZone zone)
{
    /// <summary>The origin of a report and how close it stands; what is unnamed says so.</summary>
    public string DescribeOrigin(VisibleReport visible)
    {
        var report = visible.Report;
        var origin = report.Chain[0];
        var name = origin switch
        {
            { Kind: LinkKind.Unnamed, Name: null } => "an unnamed source",
            { Kind: LinkKind.Unnamed, Name: { } described } => $"unnamed: {described.Written}",
            _ => origin.Name is null ? "somebody" : names.DisplayName(origin.Name.Id),
        };
        return $"{name}, {Standing(report)}";
    }

    /// <summary>The outlets that passed a report on, and on which day: <c>The Irish Times, 14 May 2025</c>.</summary>
    public string DescribeArticle(VisibleReport visible)
    {
        var agency = visible
            .Report.Chain.Skip(1)
            .FirstOrDefault(link => link is { Kind: LinkKind.Agency, Name: not null });
        var via = agency is null ? "" : $" (from {names.DisplayName(agency.Name!.Id)})";
        return $"{names.DisplayName(visible.Version.Outlet.Id)}{via}, "
            + $"{DateWords.Describe(visible.KnownFrom.InZone(zone).Date)}";
    }

    private static string Standing(Report report) =>
        report.Standing switch
        {
            Negotiations.Standing.Own => "on the record",
            Negotiations.Standing.Observed => "own account",
            Negotiations.Standing.OwnUnnamed => "of that side, not confirmed",
            _ when report.Chain[0].Kind == LinkKind.Unnamed => "not confirmed",
            _ => "not of that side",
        };
}
