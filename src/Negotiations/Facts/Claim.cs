namespace Negotiations;

/// <summary>What the reports of one act say of one fact, as far as they can all be true.</summary>
public sealed class Claim
{
    /// <summary>The status of a fact of which nothing is left but that it was denied.</summary>
    public const string Denied = "denied";

    /// <summary>Puts together reports of an act that say one thing of a fact, at least one.</summary>
    public Claim(Act act, string key, IReadOnlyList<(VisibleReport Report, Assertion Assertion)> assertions)
    {
        Act = act;
        Key = key;
        Assertions = assertions;
        // The fullest mention is the primary one, but never before one with a stronger standing.
        (Primary, Assertion) = assertions
            .OrderBy(pair => pair.Report.Report.Standing)
            .ThenByDescending(pair => pair.Assertion.Value.Fullness)
            .ThenBy(pair => pair.Report, VisibleReport.ByKnown)
            .First();
        Last = assertions
            .Select(pair => pair.Report)
            .Where(report => report.Report.Standing == Standing)
            .Max(VisibleReport.ByKnown)!;
    }

    /// <summary>The act.</summary>
    public Act Act { get; }

    /// <summary>Key of the fact.</summary>
    public string Key { get; }

    /// <summary>The reports with what each asserts.</summary>
    public IReadOnlyList<(VisibleReport Report, Assertion Assertion)> Assertions { get; }

    /// <summary>
    /// The report whose details count: the strongest standing, then the fullest, then the first known.
    /// </summary>
    public VisibleReport Primary { get; }

    /// <summary>
    /// The latest report of those with the strongest standing. It decides between equally strong claims of one act, and
    /// whether what they say has ended.
    /// </summary>
    public VisibleReport Last { get; }

    /// <summary>What the primary report asserts.</summary>
    public Assertion Assertion { get; }

    /// <summary>The reports.</summary>
    public IEnumerable<VisibleReport> Reports => Assertions.Select(pair => pair.Report);

    /// <summary>What is asserted.</summary>
    public FactValue Value => Assertion.Value;

    /// <summary>What is compared.</summary>
    public string Status => Value.Status;

    /// <summary>The strongest standing of the reports.</summary>
    public Standing Standing => Primary.Report.Standing;

    /// <summary>Which other claims it can displace.</summary>
    public Precedence Precedence => Assertion.Precedence;

    /// <summary>Whether the side itself says so on the record, or the outlet saw it.</summary>
    public bool IsOnTheRecord => Standing is Standing.Own or Standing.Observed;

    /// <summary>Whether its latest word on the strongest standing is that it no longer holds.</summary>
    public bool HasEnded => Last.Report.Ended;

    /// <summary>Whether the reports deny the act rather than tell of it.</summary>
    public bool IsDenial => Primary.Report.Modality == Modality.Denied;

    /// <summary>Whether every report of the claim gives the same value as every one of another.</summary>
    public bool SaysTheSameAs(Claim other, ValueComparison comparison) =>
        !ExistsPair(other, comparison, static (compare, one, another) => !compare.AreSame(one, another));

    /// <summary>Whether a report of the claim gives another day, number or place than one of another.</summary>
    public bool Contradicts(Claim other, ValueComparison comparison) =>
        ExistsPair(other, comparison, static (compare, one, another) => compare.Contradict(one, another));

    // Claims are compared with each other more often than anything else is done, so nothing is made for it.
    private bool ExistsPair(
        Claim other,
        ValueComparison comparison,
        Func<ValueComparison, FactValue, FactValue, bool> holds
    )
    {
        for (var one = 0; one < Assertions.Count; one++)
        {
            for (var another = 0; another < other.Assertions.Count; another++)
            {
                if (holds(comparison, Assertions[one].Assertion.Value, other.Assertions[another].Assertion.Value))
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a denial knocks out a claim: it is the word of the side itself, on the record, and the claim is not. The
    /// other side's denial only stands against it.
    /// </summary>
    public bool KnocksOut(Claim claim) =>
        IsDenial
        && Act == claim.Act
        && !claim.IsOnTheRecord
        && Reports.Any(denial =>
            denial.Report.Standing == Standing.Own
            && (
                denial.Report.Side is not { } side
                || claim.Reports.All(report => report.Report.Side is null || report.Report.Side.Id == side.Id)
            )
        );

    /// <summary>Every claim of an act, by the key of the fact.</summary>
    /// <param name="act">The act.</param>
    /// <param name="comparison">Tells what can both be true.</param>
    public static ILookup<string, Claim> GroupByFact(Act act, ValueComparison comparison) =>
        act
            .Reports.SelectMany(report => report.Asserted.Select(fact => (fact.Key, Report: report, fact.Assertion)))
            .GroupBy(said => said.Key, said => (said.Report, said.Assertion), StringComparer.Ordinal)
            .SelectMany(said => Divide(said, comparison).Select(together => new Claim(act, said.Key, together)))
            .ToLookup(claim => claim.Key, StringComparer.Ordinal);

    /// <summary>
    /// What is denied, by the key of the fact: all that other reports tell of the act, and what the denial itself
    /// names.
    /// </summary>
    /// <param name="act">The act.</param>
    /// <param name="claims">Its claims.</param>
    public static ILookup<string, Claim> GroupDenials(Act act, ILookup<string, Claim> claims) =>
        act
            .Denials.SelectMany(
                report => report.Denied.Select(fact => fact.Key).Union(claims.Select(claimed => claimed.Key)),
                (report, key) => (Key: key, Report: report)
            )
            .GroupBy(denial => denial.Key, denial => denial.Report, StringComparer.Ordinal)
            .Select(denials => new Claim(
                act,
                denials.Key,
                [.. denials.Select(report => (report, new Assertion("", DescribeDenied(report, denials.Key))))]
            ))
            .ToLookup(claim => claim.Key, StringComparer.Ordinal);

    // What is denied stays to be seen.
    private static FactValue DescribeDenied(VisibleReport denial, string key) =>
        denial.Denied.FirstOrDefault(fact => fact.Key == key)?.Assertion.Value.WithStatus(Denied)
        ?? FactValue.WithStatus(Denied);

    // What contradicts a stronger report, or one as strong that was known later, is another claim.
    private static List<List<(VisibleReport Report, Assertion Assertion)>> Divide(
        IEnumerable<(VisibleReport Report, Assertion Assertion)> said,
        ValueComparison comparison
    )
    {
        var groups = new List<List<(VisibleReport Report, Assertion Assertion)>>();
        foreach (
            var next in said.OrderBy(one => one.Report.Report.Standing)
                .ThenByDescending(one => one.Report, VisibleReport.ByKnown)
        )
        {
            var group = groups.Find(together =>
                together.TrueForAll(other =>
                    other.Assertion.Precedence == next.Assertion.Precedence
                    && comparison.AreOne(other.Assertion.Value, next.Assertion.Value)
                )
            );
            if (group is null)
                groups.Add([next]);
            else
                group.Add(next);
        }

        return groups;
    }
}
