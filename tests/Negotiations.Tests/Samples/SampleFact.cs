namespace Negotiations.Tests;

/// <summary>A fact with the names that the sample gave to its reports.</summary>
public sealed record SampleFact(Fact Fact, IReadOnlyDictionary<Guid, string> ReportIds)
{
    public string Status => Fact.Value.Status;

    public string Value => Fact.Value.Json;

    public Standing Standing => Fact.Standing;

    public string[] Because => [.. Fact.Because.Select(id => ReportIds[id])];

    public string[] Against => [.. Fact.Against.Select(id => ReportIds[id])];

    public string[] Superseded =>
        [
            .. Fact
                .Resolution.All.Except(Fact.Resolution.Because)
                .Except(Fact.Resolution.Against)
                .Where(claim => claim.Status != Status)
                .SelectMany(claim => claim.Reports)
                .Select(report => report.Report.Id),
        ];

    public bool IsDisputed => Fact.Disputed;

    public IReadOnlyList<string> Flags => Fact.Flags;

    /// <summary>The details that another report than the deciding one gives: <c>venue: report</c>.</summary>
    public string[] DetailFrom =>
        [
            .. Fact
                .DetailFrom.OrderBy(detail => detail.Key, StringComparer.Ordinal)
                .Select(detail => $"{detail.Key}: {ReportIds[detail.Value]}"),
        ];

    public string[] DatedBy => [.. Fact.DatedBy.Select(id => ReportIds[id])];

    public string Since => Bound.Format(Fact.Since, Sample.Zone);
}
