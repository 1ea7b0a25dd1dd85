namespace Negotiations;

/// <summary>Which of the claims of one fact decides it, and what stands for and against.</summary>
/// <param name="Winner">The claim that decides.</param>
/// <param name="Because">Claims for the value: the winner and those of earlier acts with its status, unbroken.</param>
/// <param name="Against">Claims of another status that are later but outranked, or stronger but earlier.</param>
/// <param name="Superseded">The other claims of another status.</param>
/// <param name="All">All claims, what happened last at the end.</param>
public sealed record FactResolution(
    Claim Winner,
    IReadOnlyList<Claim> Because,
    IReadOnlyList<Claim> Against,
    IReadOnlyList<Claim> Superseded,
    IReadOnlyList<Claim> All
)
{
    /// <summary>The origins of the value.</summary>
    public IReadOnlySet<Origin> Origins => FindOrigins(Because);

    /// <summary>The claims against the value that contradict it.</summary>
    public IReadOnlyList<Claim> Contradictions =>
        [.. Against.Where(claim => Contradiction.Exists(claim, Winner, IsLater(claim)))];

    /// <summary>Whether an origin that contradicts the value is not also one of its own.</summary>
    public bool IsDisputed => FindOrigins(Contradictions).Except(Origins).Any();

    /// <summary>Decides a fact.</summary>
    /// <param name="claims">All claims of the fact, at least one.</param>
    /// <param name="order">The order of the acts.</param>
    public static FactResolution Resolve(IEnumerable<Claim> claims, TextOrder order)
    {
        var all = claims
            .OrderBy(claim => order.FindPlace(claim.Act))
            .ThenByDescending(claim => claim.Standing)
            .ThenBy(claim => claim.Last, VisibleReport.ByKnown)
            .ToList();
        // What says less never displaces what says more, whoever says it; and "other" never displaces the first three
        // standings.
        var fullest = OrAll(all, claim => claim.Precedence != Precedence.Yielding);
        var strongest = OrAll(fullest, claim => claim.Standing != Standing.Other);
        var contestants = RoundStatus.WithoutRepeatedSchedules(strongest).ToList();
        var repeats = strongest.Except(contestants).ToHashSet();
        var winner = contestants[^1];
        foreach (var claim in contestants.AsEnumerable().Reverse())
        {
            if (claim.Precedence > winner.Precedence)
                winner = claim;
        }

        // The run of the same status that ends with the winner, over claims that could have displaced each other.
        var because = contestants
            .Take(contestants.IndexOf(winner) + 1)
            .Reverse()
            .TakeWhile(claim => claim.Status == winner.Status)
            .ToList();
        var place = all.IndexOf(winner);
        var others = all.Select((claim, index) => (Claim: claim, IsLater: index > place))
            .Where(other => other.Claim.Status != winner.Status)
            .ToLookup(other => StandsAgainst(other.Claim, winner, other.IsLater, repeats), other => other.Claim);
        return new(winner, because, [.. others[true]], [.. others[false]], all);
    }

    // Claims are in the order of what happened, the last at the end.
    private bool IsLater(Claim claim) => All.SkipWhile(other => other != Winner).Contains(claim);

    private static List<Claim> OrAll(List<Claim> claims, Predicate<Claim> keep) =>
        claims.Exists(keep) ? claims.FindAll(keep) : claims;

    private static bool StandsAgainst(Claim claim, Claim winner, bool isLater, HashSet<Claim> repeats)
    {
        // What merely says less (a number beside names, an offer beside a date) contradicts nothing.
        if (claim.Precedence == Precedence.Yielding && winner.Precedence != Precedence.Yielding)
            return false;
        // Nor does a plan that was carried out.
        if ((!isLater || claim.Act == winner.Act) && StatusProgression.Leads(claim.Status, winner.Status))
            return false;
        // Of the winner's own act what is outranked; of what is as strong the later known has superseded the earlier.
        if (claim.Act == winner.Act)
            return claim.Reports.Any(report => report.Report.Standing != winner.Standing);
        return isLater
            ? claim.Precedence < winner.Precedence
                || repeats.Contains(claim)
                || (claim.Standing == Standing.Other && winner.Standing != Standing.Other)
            // What was given up does not contradict that.
            : claim.Standing < winner.Standing && claim.Precedence == winner.Precedence;
    }

    private static HashSet<Origin> FindOrigins(IEnumerable<Claim> claims) =>
        [.. claims.SelectMany(claim => claim.Reports).Select(report => Origin.Find(report)).OfType<Origin>()];
}
