namespace Negotiations;

/// <summary>What the reports of one act say of one fact, as far as they agree.</summary>
public sealed class Claim
{
    /// <summary>Puts together the reports of an act that assert one status of one fact, at least one.</summary>
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
    /// The latest report of those with the strongest standing. It decides between equally strong claims of one act.
    /// </summary>
    public VisibleReport Last { get; }

    /// <summary>What the primary report asserts.</summary>
    public Assertion Assertion { get; }

    /// <summary>The reports.</summary>
    public IEnumerable<VisibleReport> Reports => Assertions.Select(pair => pair.Report);

    /// <summary>What is compared.</summary>
    public string Status => Assertion.Value.Status;

    /// <summary>The strongest standing of the reports.</summary>
    public Standing Standing => Primary.Report.Standing;

    /// <summary>Which other claims it can displace.</summary>
    public Precedence Precedence => Assertion.Precedence;

    /// <summary>Every claim of some acts, by the key of the fact.</summary>
    public static ILookup<string, Claim> GroupByFact(IEnumerable<Act> acts) =>
        acts.SelectMany(FromAct).ToLookup(claim => claim.Key);

    private static IEnumerable<Claim> FromAct(Act act) =>
        act
            .Reports.SelectMany(report =>
                report.Report.AssertedFacts().Select(fact => (fact.Key, Report: report, fact.Assertion))
            )
            .GroupBy(asserted => (asserted.Key, asserted.Assertion.Value.Status))
            .Select(group => new Claim(
                act,
                group.Key.Key,
                [.. group.Select(asserted => (asserted.Report, asserted.Assertion))]
            ));
}
