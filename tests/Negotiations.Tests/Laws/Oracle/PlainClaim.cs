namespace Negotiations.Tests.Laws;

/// <summary>What reports of one act say of one fact that can all be true; or that they deny it.</summary>
internal sealed record PlainClaim(
    PlainAct Act,
    string Key,
    IReadOnlyList<(Sighting Sighting, Assertion Assertion)> Said
)
{
    public FactValue Value => Primary.Assertion.Value;

    public string Status => Value.Status;

    public bool HasEnded => LastOfTheStrongest.Report.Ended;

    public bool IsDenial => Said[0].Sighting.Report.Modality == Modality.Denied;

    public bool IsOnTheRecord => Standing is Standing.Own or Standing.Observed;

    public bool SaysTheSameAs(PlainClaim other) =>
        Said.All(one => other.Said.All(another => PlainValue.IsSame(one.Assertion.Value, another.Assertion.Value)));

    public bool ClashesWith(PlainClaim other) =>
        Said.Any(one => other.Said.Any(another => PlainValue.Clash(one.Assertion.Value, another.Assertion.Value)));

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

    /// <summary>The claims of an act, the strongest and latest word first to choose its company.</summary>
    public static IEnumerable<PlainClaim> FromAct(PlainAct act)
    {
        foreach (
            var fact in act
                .Sightings.SelectMany(sighting =>
                    sighting.Report.AssertedFacts().Select(fact => (fact.Key, Sighting: sighting, fact.Assertion))
                )
                .GroupBy(one => one.Key)
        )
        {
            var remaining = fact.Select(one => (one.Sighting, one.Assertion)).ToList();
            var together = new List<List<(Sighting Sighting, Assertion Assertion)>>();
            while (remaining.Count > 0)
            {
                var next = remaining.Single(one =>
                    remaining.All(other => other == one || SpeaksBefore(one.Sighting, other.Sighting))
                );
                remaining.Remove(next);
                var company = together.Find(group => group.All(member => GoTogether(member.Assertion, next.Assertion)));
                if (company is null)
                    together.Add([next]);
                else
                    company.Add(next);
            }

            foreach (var group in together)
                yield return new PlainClaim(act, fact.Key, group);
        }
    }

    /// <summary>What the denials of an act deny: whatever is told of it, and what they name themselves.</summary>
    public static IEnumerable<PlainClaim> DenialsOf(PlainAct act)
    {
        var told = act.Sightings.SelectMany(sighting => sighting.Report.AssertedFacts()).Select(fact => fact.Key);
        var denied =
            from sighting in act.Denying
            from key in sighting.Report.DeniedFacts().Select(fact => fact.Key).Concat(told).Distinct()
            select (Key: key, Said: (sighting, new Assertion("", Denied(sighting.Report, key))));
        return denied
            .GroupBy(one => one.Key, one => one.Said)
            .Select(group => new PlainClaim(act, group.Key, [.. group]));
    }

    // With what is denied, where the denial names it itself.
    private static FactValue Denied(Report denial, string key)
    {
        var json = new System.Text.Json.Nodes.JsonObject { ["status"] = "denied" };
        if (denial.DeniedFacts().FirstOrDefault(fact => fact.Key == key) is { } fact)
        {
            foreach (var (name, detail) in PlainValue.Details(fact.Assertion.Value).Where(one => one.Name != "status"))
                json[name] = detail.DeepClone();
        }

        return new("denied", json.ToJsonString(EventJson.Options), json.Count);
    }

    private static bool GoTogether(Assertion a, Assertion b) =>
        a.Precedence == b.Precedence && PlainValue.FitTogether(a.Value, b.Value);

    private static bool SpeaksBefore(Sighting a, Sighting b) =>
        a.Report.Standing != b.Report.Standing ? a.Report.Standing < b.Report.Standing : b.IsKnownBefore(a);

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
