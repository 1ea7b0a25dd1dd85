namespace Negotiations;

/// <summary>A value put together from the reports for it, so that a bare repetition takes nothing away.</summary>
/// <param name="Value">The value.</param>
/// <param name="DetailFrom">The reports that give details on which the deciding report is silent, or less precise, by
/// the name of the detail.</param>
public sealed record ComposedValue(FactValue Value, IReadOnlyDictionary<string, VisibleReport> DetailFrom)
{
    /// <summary>Puts a value together.</summary>
    /// <param name="claims">The claims for the value, the deciding one first and then from the last to the
    /// first.</param>
    /// <param name="comparison">Tells which details are more precise.</param>
    public static ComposedValue Compose(IReadOnlyList<Claim> claims, ValueComparison comparison)
    {
        var decider = claims[0].Value;
        var (details, status) = (decider.Details.ToList(), decider.Status);
        var from = new SortedDictionary<string, VisibleReport>(StringComparer.Ordinal);
        foreach (var (report, value) in ListSources(claims))
        {
            // Another day, number or place is another plan, and its details are not those of this one.
            if (ReferenceEquals(value, decider) || comparison.Contradict(value, decider))
                continue;
            var isWeaker = IsWeaker(report, claims[0]);
            foreach (var (name, detail) in value.Details)
            {
                // What somebody else says does not become the word of the side, unless it is the same more precisely.
                if (isWeaker && (name != decider.Compared || detail is List<string>))
                    continue;
                var place = details.FindIndex(known => known.Name == name);
                if (place < 0)
                    details.Add((name, detail));
                else if (IsMorePrecise(name, detail, details[place].Value, report, claims[0], comparison))
                    details[place] = (name, detail);
                else
                    continue;
                from[name] = report;
                if (name == decider.Compared)
                    status = value.Status;
            }
        }

        return new(from.Count == 0 ? decider : decider.With(status, details), from);
    }

    private static bool IsWeaker(VisibleReport report, Claim decider) =>
        report.Report.Standing > Standing.Observed && report.Report.Standing > decider.Standing;

    private static IEnumerable<(VisibleReport Report, FactValue Value)> ListSources(IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            yield return (claim.Primary, claim.Assertion.Value);
            foreach (
                var (report, assertion) in claim
                    .Assertions.Where(said => said.Report != claim.Primary)
                    .OrderByDescending(said => said.Report, VisibleReport.ByKnown)
            )
                yield return (report, assertion.Value);
        }
    }

    // A list of another act is an earlier list, whose names the later one has replaced.
    private static bool IsMorePrecise(
        string name,
        object detail,
        object known,
        VisibleReport report,
        Claim decider,
        ValueComparison comparison
    ) =>
        comparison.Relate(name, detail, known, isCompared: name == decider.Value.Compared) == DetailRelation.MorePrecise
        && (detail is not List<string> || decider.Reports.Contains(report));
}
