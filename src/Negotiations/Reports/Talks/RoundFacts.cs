namespace Negotiations;

/// <summary>
/// The facts of a round itself: <c>round/status</c>, <c>round/date</c>, <c>round/venue</c> and <c>round/host</c>.
/// </summary>
/// <remarks>
/// Talks that belong to no round have none of these: each is a fact of its own act, <c>other-talks/{act}</c>.
/// </remarks>
internal static class RoundFacts
{
    /// <summary>
    /// The status that a report gives its round, and with it the date and the venue where they are named.
    /// </summary>
    public static IEnumerable<Assertion> Create(
        Report report,
        FactValue status,
        Precedence rank = Precedence.Ordinary,
        Edtf? date = null,
        string? time = null,
        string? venue = null
    )
    {
        if (report.Round == Round.General)
        {
            yield return new($"other-talks/{report.Act}", status, rank);
            yield break;
        }

        yield return new("round/status", status, rank);
        // A date that is no day, nor the days of talks that last longer, says less than the status with its details.
        if (date is { Precision: DatePrecision.Day or DatePrecision.Interval })
            yield return new("round/date", FactValue.Comparing(date.Text, ("date", date), ("time", time)));
        if (!string.IsNullOrEmpty(venue))
            yield return new(
                "round/venue",
                FactValue.Comparing(Slug.From(venue), ("venue", venue)) with
                {
                    IsPlace = true,
                }
            );
    }

    /// <summary>The host that a report gives its round.</summary>
    public static IEnumerable<Assertion> CreateHost(Report report, Name? host, string? venue) =>
        host is null || report.Round == Round.General
            ? []
            : [new("round/host", FactValue.Comparing(host.Id, ("host", host), ("venue", venue)))];
}
