namespace Negotiations;

/// <summary>How a fact was decided.</summary>
public sealed record FactResolution
{
    private bool? isDisputed;
    private IReadOnlySet<Origin>? origins;

    /// <summary>The claim that decides; where nothing is left but denials, one of those.</summary>
    public required Claim Winner { get; init; }

    /// <summary>Claims for the value: the winner and those of earlier acts with its status, unbroken.</summary>
    public required IReadOnlyList<Claim> Because { get; init; }

    /// <summary>
    /// What stands against the value: claims that are later but outranked, or stronger but earlier, or cannot be true
    /// of
    /// the same act; denials of it; and claims that a denial knocked out, with that denial.
    /// </summary>
    public required IReadOnlyList<Claim> Against { get; init; }

    /// <summary>The claims that a denial on the record knocked out; they are among those against.</summary>
    public required IReadOnlySet<Claim> KnockedOut { get; init; }

    /// <summary>Every claim and every denial of the fact, what happened last at the end.</summary>
    public required IReadOnlyList<Claim> All { get; init; }

    /// <summary>The value, with the details that earlier reports for it give.</summary>
    public required ComposedValue Value { get; init; }

    /// <summary>Tells what can both be true.</summary>
    public required ValueComparison Comparison { get; init; }

    /// <summary>The origins of the value.</summary>
    public IReadOnlySet<Origin> Origins => origins ??= FindOrigins(Because);

    /// <summary>The claims and denials against the value that contradict it.</summary>
    public IReadOnlyList<Claim> Contradictions => [.. Against.Where(Contradicts)];

    /// <summary>
    /// Whether the value is contradicted by an origin that is not also one of its own, or by one of its own that speaks
    /// of what happened and not of a plan, or is denied on the record.
    /// </summary>
    public bool IsDisputed => isDisputed ??= Contradictions.Any(Disputes);

    /// <summary>Decides a fact.</summary>
    /// <param name="claims">All claims of the fact.</param>
    /// <param name="denials">All denials of it; there is at least one claim or denial.</param>
    /// <param name="order">The order of the acts.</param>
    /// <param name="comparison">Tells what can both be true.</param>
    public static FactResolution Resolve(
        IEnumerable<Claim> claims,
        IEnumerable<Claim> denials,
        TextOrder order,
        ValueComparison comparison
    )
    {
        var (claimed, denied) = (Sort(claims, order), Sort(denials, order));
        var knocking = denied.FindAll(denial => denial.Standing == Standing.Own);
        var knockedOut = claimed.FindAll(claim => knocking.Exists(denial => denial.KnocksOut(claim))).ToHashSet();
        var remaining = knockedOut.Count == 0 ? claimed : claimed.FindAll(claim => !knockedOut.Contains(claim));
        // Where nothing remains, the fact is that it was denied.
        var all = remaining.Count > 0 ? remaining : denied;

        // What says less never displaces what says more, whoever says it, unless that contradicts it; and "other" never
        // displaces the first three standings.
        var fullest = all.FindAll(claim =>
            claim.Precedence != Precedence.Yielding || !all.Exists(other => YieldsTo(claim, other, comparison))
        );
        var strongest = OrAll(fullest, claim => claim.Standing != Standing.Other);
        var contestants = remaining.Count > 0 ? [.. RoundStatus.WithoutRepeatedSchedules(strongest)] : strongest;
        var repeats = contestants.Count == strongest.Count ? [] : strongest.Except(contestants).ToHashSet();
        contestants = WithoutEnded(contestants, comparison);
        var winner = FindWinner(contestants);

        // The run of the same value that ends with the winner, over claims that could have displaced each other.
        // Another day, number or place ends it too, for its details are those of another plan.
        var because = new List<Claim> { winner };
        foreach (var claim in contestants.Take(contestants.IndexOf(winner)).Reverse())
        {
            if (
                claim.Act == winner.Act
                || !because.TrueForAll(other =>
                    claim.SaysTheSameAs(other, comparison) && !claim.Contradicts(other, comparison)
                )
            )
                break;
            because.Add(claim);
        }

        if (FindMorePrecise(because, all, comparison) is { } precise)
            because.Add(precise);

        var place = all.IndexOf(winner);
        var against = all.Where(
            (claim, index) =>
                !because.Contains(claim)
                && (because.Exists(other => other.Act == claim.Act) || !claim.SaysTheSameAs(winner, comparison))
                && StandsAgainst(claim, winner, because, index > place, repeats, comparison)
        );
        return new()
        {
            Winner = winner,
            Because = because,
            Against =
            [
                .. against,
                .. knockedOut,
                .. denied.Where(denial =>
                    remaining.Count > 0
                    && (because.Exists(claim => claim.Act == denial.Act) || knockedOut.Any(denial.KnocksOut))
                ),
            ],
            KnockedOut = knockedOut,
            All = denied.Count == 0 ? claimed : Sort(claimed.Concat(denied), order),
            Value = ComposedValue.Compose(because, comparison),
            Comparison = comparison,
        };
    }

    // Who says the same more precisely displaces nothing, whoever says it: a house in the town that the side names.
    private static Claim? FindMorePrecise(List<Claim> because, List<Claim> all, ValueComparison comparison)
    {
        if (because[0].Value.Compared is null)
            return null;
        var value = ComposedValue.Compose(because, comparison).Value;
        // What lies before the run is a plan that was given up.
        var first = all.IndexOf(because[^1]);
        return all.Skip(first)
            .LastOrDefault(claim =>
                !because.Contains(claim)
                && claim.Act != because[0].Act
                && comparison.IsMorePrecise(claim.Value, value)
                && because.TrueForAll(other => claim.SaysTheSameAs(other, comparison))
            );
    }

    // A later stage of one course decides over an earlier one, unless the earlier is dated after it. Among claims of
    // the
    // highest precedence the last decides, or an earlier one before which all later ones lie in their course.
    private static Claim FindWinner(List<Claim> contestants)
    {
        var highest = contestants.Max(claim => claim.Precedence);
        var decisive = contestants.FindAll(claim => claim.Precedence == highest);
        return decisive
            .Where((claim, index) => decisive.Skip(index + 1).All(later => IsEarlierStage(later, claim)))
            .First();
    }

    private static bool IsEarlierStage(Claim claim, Claim stage) =>
        StatusProgression.Leads(claim.Status, stage.Status)
        && !(claim.Act.Date is { IsByCoverage: false } date && date.Bounds.Earliest > stage.Act.Date.Bounds.Latest);

    private static List<Claim> Sort(IEnumerable<Claim> claims, TextOrder order)
    {
        var all = claims.ToList();
        var places = all.ConvertAll(claim => order.FindPlace(claim.Act));
        if (places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second))
            return all;
        return
        [
            .. all.OrderBy(claim => order.FindPlace(claim.Act))
                .ThenByDescending(claim => claim.Standing)
                .ThenBy(claim => claim.Last, VisibleReport.ByKnown),
        ];
    }

    private static List<Claim> OrAll(List<Claim> claims, Predicate<Claim> keep) =>
        claims.Exists(keep) ? claims.FindAll(keep) : claims;

    // A number beside names, or an offer beside a date. But a month that leaves out the day of somebody who is not of
    // that side does not yield to it.
    private static bool YieldsTo(Claim claim, Claim other, ValueComparison comparison) =>
        claim.Precedence == Precedence.Yielding
        && other.Precedence != Precedence.Yielding
        && (
            other.Standing != Standing.Other
            || claim.Standing == Standing.Other
            || !claim.Contradicts(other, comparison)
        );

    // What has ended decides nothing over what is in force, unless it tells of that itself.
    private static List<Claim> WithoutEnded(List<Claim> contestants, ValueComparison comparison)
    {
        var inForce = contestants.FindAll(claim => !claim.HasEnded);
        if (inForce.Count == 0)
            return contestants;
        var winner = FindWinner(inForce);
        return contestants.FindAll(claim => !claim.HasEnded || claim.SaysTheSameAs(winner, comparison));
    }

    private static bool StandsAgainst(
        Claim claim,
        Claim winner,
        List<Claim> because,
        bool isLater,
        HashSet<Claim> repeats,
        ValueComparison comparison
    )
    {
        // What merely says less (a number beside names, an offer beside a date) contradicts nothing.
        if (YieldsTo(claim, winner, comparison) && !claim.Contradicts(winner, comparison))
            return false;
        // Nor does a plan that was carried out, nor what has ended.
        if (IsEarlierStage(claim, winner) || (claim.HasEnded && !winner.HasEnded && claim.Act != winner.Act))
            return false;
        // Of the winner's own act whatever else is said of it, for both cannot be true; of an earlier act on which the
        // value rests, what is said on the record.
        if (claim.Act == winner.Act)
            return true;
        if (because.Exists(other => other.Act == claim.Act) && claim.IsOnTheRecord)
            return true;
        return isLater
            ? claim.Precedence < winner.Precedence
                || repeats.Contains(claim)
                || (claim.Standing == Standing.Other && winner.Standing != Standing.Other)
            // What was given up does not contradict that.
            : claim.Standing < winner.Standing
                && (winner.Precedence != Precedence.Final || claim.Precedence == Precedence.Final);
    }

    private bool Contradicts(Claim claim) =>
        claim.IsDenial
            // That a plan was denied says nothing against what was seen to happen in the end.
            ? Because.Any(denied => denied.Act == claim.Act) && (claim.Act == Winner.Act || !Winner.Assertion.TookPlace)
            : !KnockedOut.Contains(claim)
                && Contradiction.Exists(
                    claim,
                    Because.FirstOrDefault(other => other.Act == claim.Act) ?? Winner,
                    IsLater(claim),
                    Comparison
                );

    private bool Disputes(Claim claim) =>
        (claim.IsDenial && claim.Standing == Standing.Own)
        || FindOrigins([claim]).Except(Origins).Any()
        || (FindOrigins([claim]).Count > 0 && (claim.IsDenial ? Winner : claim).Assertion.TookPlace);

    /// <summary>Whether what a claim says happened after what the deciding one says.</summary>
    internal bool IsLater(Claim claim) => All.SkipWhile(other => other != Winner).Contains(claim);

    private static HashSet<Origin> FindOrigins(IEnumerable<Claim> claims) =>
        [.. claims.SelectMany(claim => claim.Reports).Select(report => report.Origin).OfType<Origin>()];
}
