namespace Negotiations.Tests.Laws;

/// <summary>
/// The rules by which claims displace each other and stand against each other; a planted fault overrides one.
/// </summary>
internal class PlainRules
{
    /// <summary>
    /// A number never replaces names nor an offer a schedule, whoever gives it; "other" never displaces the first three
    /// standings.
    /// </summary>
    public virtual List<PlainClaim> Contestants(List<PlainClaim> claims)
    {
        if (claims.Any(claim => claim.Rank != Precedence.Yielding))
            claims = [.. claims.Where(claim => claim.Rank != Precedence.Yielding)];
        return claims.Any(claim => claim.Standing != Standing.Other)
            ? [.. claims.Where(claim => claim.Standing != Standing.Other)]
            : claims;
    }

    /// <summary>Whether a claim displaces an earlier one, given the schedule that stood last.</summary>
    public virtual bool Displaces(PlainClaim next, PlainClaim current)
    {
        if (current.Rank == Precedence.Final && next.Rank != Precedence.Final)
            return false;
        if (next.Rank == Precedence.Yielding && current.Rank != Precedence.Yielding)
            return false;
        return true;
    }

    /// <summary>A postponement yields to a later scheduling only with another date or time.</summary>
    public virtual bool OnlyRepeats(TalksScheduled next, TalksScheduled postponed) =>
        (next.Date is null || next.Date.Text == postponed.Date?.Text)
        && (next.Time is null || next.Time == postponed.Time);

    /// <summary>
    /// Later but outranked, or stronger but earlier; of one act, where a report of it has another standing.
    /// </summary>
    public virtual bool StandsAgainst(PlainClaim claim, PlainClaim winner, bool isLater, bool isRepeat)
    {
        if (claim.Status == winner.Status)
            return false;
        // A number beside names and an offer beside a date say less, not something else.
        if (claim.Rank == Precedence.Yielding && winner.Rank != Precedence.Yielding)
            return false;
        // Who plans a journey or a meeting does not deny that it comes about.
        if (
            (claim.Act == winner.Act || !isLater)
            && claim.Status is "planned" or "scheduled"
            && winner.Status is "travelling" or "enRoute" or "dispatched" or "inRegion" or "completed" or "held"
        )
            return false;
        if (
            (claim.Act == winner.Act || !isLater)
            && claim.Status is "travelling" or "enRoute" or "dispatched"
            && winner.Status is "inRegion" or "completed" or "held"
        )
            return false;
        if (
            (claim.Act == winner.Act || !isLater)
            && claim.Status == "inRegion"
            && winner.Status is "completed" or "held"
        )
            return false;
        if (claim.Act == winner.Act)
            return claim.Said.Any(said => said.Sighting.Report.Standing != winner.Standing);
        if (isLater)
            return isRepeat
                || claim.Rank < winner.Rank
                || (claim.Standing == Standing.Other && winner.Standing != Standing.Other);
        // Talks that were held do not contradict the plan to hold them.
        return claim.Standing < winner.Standing && !(winner.Rank == Precedence.Final && claim.Rank != Precedence.Final);
    }

    /// <summary>Whether what stands against a value cannot be true beside it.</summary>
    public virtual bool Contradicts(PlainClaim claim, PlainClaim winner, bool isLater)
    {
        // The bridge, and a house at the bridge.
        if (
            claim.Key.EndsWith("/venue", StringComparison.Ordinal)
            && (
                winner.Status.Split('-').All(claim.Status.Split('-').Contains)
                || claim.Status.Split('-').All(winner.Status.Split('-').Contains)
            )
        )
            return false;
        if (isLater || claim.Act == winner.Act)
        {
            if (
                winner.Status is "planned" or "scheduled"
                && claim.Status is "travelling" or "enRoute" or "dispatched" or "inRegion" or "completed" or "held"
            )
                return false;
            if (
                winner.Status is "travelling" or "enRoute" or "dispatched"
                && claim.Status is "inRegion" or "completed" or "held"
            )
                return false;
            if (winner.Status == "inRegion" && claim.Status is "completed" or "held")
                return false;
        }
        else if (StayedAway(winner) && !StayedAway(claim))
            return false;

        var decides = winner.Primary.Sighting.Report;
        foreach (var (sighting, _) in claim.Said)
        {
            if (sighting.Report is not TalksScheduled schedule)
                return true;
            if (decides is TalksPostponed && schedule.Date is null && schedule.Time is null)
                continue;
            if (
                decides is TalksHeld
                && isLater
                && winner.Act.Date.Latest is { } last
                && schedule.Date?.Bounds.Earliest is { } first
                && first > last
            )
                continue;
            return true;
        }

        return false;

        static bool StayedAway(PlainClaim claim) =>
            claim.Primary.Sighting.Report
                is AttendanceDeclined { Kind: AbsenceKind.NoShow, Modality: Modality.Asserted or Modality.Reported };
    }

    /// <summary>Who is behind a report in the end; null for "reportedly".</summary>
    public virtual string? FindOrigin(Report report)
    {
        var origin = report.Chain[0];
        return origin.Kind switch
        {
            LinkKind.Unnamed when origin.Name is null => null,
            LinkKind.Unnamed => $"unnamed, heard by {FindHearer().Id}",
            _ when origin.SpeaksFor is not null => $"named {origin.SpeaksFor}",
            _ => $"named {origin.Name!.Id}",
        };

        Name FindHearer() => report.Chain.First(link => link.Kind is LinkKind.Agency or LinkKind.Outlet).Name!;
    }

    /// <summary>Unnamed sources never corroborate.</summary>
    public virtual int Count(IEnumerable<string> origins)
    {
        var distinct = origins.Distinct().ToList();
        var named = distinct.Count(origin => origin.StartsWith("named ", StringComparison.Ordinal));
        return named > 0 ? named : Math.Min(distinct.Count, 1);
    }
}
