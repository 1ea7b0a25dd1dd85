namespace Negotiations.Tests.Laws;

/// <summary>What the reports of one act say of one fact with one status.</summary>
internal sealed record PlainClaim(
    PlainAct Act,
    string Key,
    string Status,
    IReadOnlyList<(Sighting Sighting, Assertion Assertion)> Said
)
{
    public Standing Standing => Said.Min(said => said.Sighting.Report.Standing);

    public Precedence Rank => Said[0].Assertion.Precedence;

    /// <summary>The report whose details count: the strongest, then the fullest, then the first known.</summary>
    public (Sighting Sighting, Assertion Assertion) Primary =>
        Said.Single(one => Said.All(other => other == one || IsBetter(one, other)));

    /// <summary>When something that is as strong as the claim last said so.</summary>
    public Sighting LastOfTheStrongest
    {
        get
        {
            var strongest = Said.Select(said => said.Sighting)
                .Where(sighting => sighting.Report.Standing == Standing)
                .ToList();
            return strongest.Single(one => strongest.All(other => other == one || other.IsKnownBefore(one)));
        }
    }

    /// <summary>The claims of an act.</summary>
    public static IEnumerable<PlainClaim> FromAct(PlainAct act)
    {
        var said =
            from sighting in act.Sightings
            from assertion in sighting.Report.Asserts().DistinctBy(assertion => assertion.Subject)
            select (Key: $"{sighting.Report.Round}/{assertion.Subject}", Sighting: sighting, Assertion: assertion);
        return said.GroupBy(one => (one.Key, one.Assertion.Value.Status))
            .Select(group => new PlainClaim(
                act,
                group.Key.Key,
                group.Key.Status,
                [.. group.Select(one => (one.Sighting, one.Assertion))]
            ));
    }

    /// <summary>Whether the claim stands before another of the same act.</summary>
    public bool IsWeakerInTheAct(PlainClaim other) =>
        Standing != other.Standing
            ? Standing > other.Standing
            : LastOfTheStrongest.IsKnownBefore(other.LastOfTheStrongest);

    private static bool IsBetter((Sighting Sighting, Assertion Assertion) a, (Sighting Sighting, Assertion Assertion) b)
    {
        if (a.Sighting.Report.Standing != b.Sighting.Report.Standing)
            return a.Sighting.Report.Standing < b.Sighting.Report.Standing;
        if (a.Assertion.Value.Fullness != b.Assertion.Value.Fullness)
            return a.Assertion.Value.Fullness > b.Assertion.Value.Fullness;
        return a.Sighting.IsKnownBefore(b.Sighting);
    }
}
