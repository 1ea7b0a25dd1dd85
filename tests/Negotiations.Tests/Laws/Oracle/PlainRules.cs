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
        claims = [.. claims.Where(claim => !claims.Any(other => GivesWay(claim, other)))];
        return claims.Any(claim => claim.Standing != Standing.Other)
            ? [.. claims.Where(claim => claim.Standing != Standing.Other)]
            : claims;
    }

    /// <summary>What the denials of an act speak against.</summary>
    public virtual IEnumerable<PlainClaim> Denials(PlainAct act) => PlainClaim.DenialsOf(act);

    /// <summary>Only a denial on the record, and only what was not said on the record of the same act.</summary>
    public virtual bool KnocksOut(PlainClaim denial, PlainClaim claim) =>
        denial.Act == claim.Act
        && claim.Standing is Standing.OwnUnnamed or Standing.Other
        && denial.Said.Any(said =>
            said.Sighting.Report.Standing == Standing.Own
            && claim.Said.All(other => AreOfOneSide(said.Sighting.Report, other.Sighting.Report))
        );

    private static bool AreOfOneSide(Report denial, Report report) =>
        denial.Side is null || report.Side is null || denial.Side.Id == report.Side.Id;

    /// <summary>
    /// What says less gives way to what says more; but not where both cannot be true and only others say more.
    /// </summary>
    public virtual bool GivesWay(PlainClaim claim, PlainClaim other)
    {
        if (claim.Rank != Precedence.Yielding || other.Rank == Precedence.Yielding)
            return false;
        return !(claim.ClashesWith(other) && other.Standing == Standing.Other && claim.Standing != Standing.Other);
    }

    /// <summary>What has ended decides nothing over what is in force, unless it tells of that.</summary>
    public virtual List<PlainClaim> InForce(List<PlainClaim> contestants)
    {
        var inForce = contestants.Where(claim => !claim.HasEnded).ToList();
        if (inForce.Count == 0)
            return contestants;
        var decider = PlainContest.FindDecider(inForce, this);
        return [.. contestants.Where(claim => !claim.HasEnded || claim.SaysTheSameAs(decider))];
    }

    /// <summary>The last that says the same more precisely, a house in the town, whoever says it.</summary>
    public virtual PlainClaim? FindMorePrecise(IReadOnlyList<PlainClaim> because, IReadOnlyList<PlainClaim> claims)
    {
        var (_, json, _) = PlainContest.Compose(because);
        // Not what lies before the run: that was given up.
        foreach (var claim in claims.SkipWhile(one => one != because[^1]).Reverse())
        {
            if (
                claim.Act != because[0].Act
                && !because.Contains(claim)
                && because.All(other => other.SaysTheSameAs(claim))
                && PlainValue.Compared(claim.Value) is { Detail: not System.Text.Json.Nodes.JsonArray } said
                && PlainValue.Compared(new("", json, 0)) is { } known
                && known.Name == said.Name
                && PlainValue.Tell(said.Name, said.Detail, known.Detail, isMain: true) == "more"
            )
                return claim;
        }

        return null;
    }

    /// <summary>An earlier stage never displaces a later one, but by a date after it.</summary>
    public virtual bool IsEarlierStage(PlainClaim claim, PlainClaim stage) =>
        IsStageBefore(claim.Status, stage.Status)
        && (claim.Act.Date.ByCoverage || !(claim.Act.Date.Earliest > stage.Act.Date.Latest));

    /// <summary>An article that says in its own voice what it attributes to somebody is no second origin.</summary>
    public virtual IEnumerable<Sighting> WithoutOwnVoice(IEnumerable<Sighting> sightings)
    {
        var all = sightings.ToList();
        return all.Where(one =>
            !IsOwnVoice(one)
            || all.Where(other => other.Report.Article == one.Report.Article).All(other => IsOwnVoice(other))
        );

        static bool IsOwnVoice(Sighting one) =>
            one.Report.Chain[0].Kind is LinkKind.Outlet or LinkKind.Agency or LinkKind.Republisher;
    }

    /// <summary>Whether a claim displaces an earlier one, given the schedule that stood last.</summary>
    public virtual bool Displaces(PlainClaim next, PlainClaim current)
    {
        if (current.Rank == Precedence.Final && next.Rank != Precedence.Final)
            return false;
        if (next.Rank == Precedence.Yielding && current.Rank != Precedence.Yielding)
            return false;
        return next.Rank > current.Rank || !IsEarlierStage(next, current);
    }

    /// <summary>A postponement yields to a later scheduling only with another date or time.</summary>
    public virtual bool OnlyRepeats(TalksScheduled next, TalksScheduled postponed) =>
        (next.Date is null || next.Date.Text == postponed.Date?.Text)
        && (next.Time is null || next.Time == postponed.Time);

    /// <summary>
    /// Later but outranked, or stronger but earlier; of one act, where a report of it has another standing.
    /// </summary>
    public virtual bool StandsAgainst(
        PlainClaim claim,
        PlainClaim winner,
        IReadOnlyList<PlainClaim> because,
        bool isLater,
        bool isRepeat
    )
    {
        var isOfTheRun = because.Any(other => other.Act == claim.Act);
        if (because.Contains(claim) || (!isOfTheRun && claim.SaysTheSameAs(winner)))
            return false;
        // A number beside names and an offer beside a date say less, not something else.
        if (GivesWay(claim, winner) && !claim.ClashesWith(winner))
            return false;
        // Who plans a journey or a meeting does not deny that it comes about.
        if (IsEarlierStage(claim, winner))
            return false;
        if (claim.Act == winner.Act)
            return true;
        // What is over does not contradict what holds.
        if (claim.HasEnded && !winner.HasEnded)
            return false;
        if (isOfTheRun && claim.IsOnTheRecord)
            return true;
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
        if (claim.Act != winner.Act && claim.SaysTheSameAs(winner))
            return false;
        if (AreOpen(claim.Status, winner.Status))
            return false;
        if (isLater || claim.Act == winner.Act)
        {
            if (IsStageBefore(winner.Status, claim.Status))
                return false;
        }
        else if (winner.Primary.Assertion.TookPlace && !claim.Primary.Assertion.TookPlace)
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

    /// <summary>Whether two statuses are stages of one course, or leave each other open.</summary>
    public static bool CanBothBe(string one, string other) =>
        one == other || IsStageBefore(one, other) || IsStageBefore(other, one) || AreOpen(one, other);

    // That an answer is outstanding, or that somebody might come, denies nothing.
    private static bool AreOpen(string one, string other) =>
        (one, other)
            is
                ("possible" or "conditional" or "reported", "unconfirmed")
                or
                ("unconfirmed", "possible" or "conditional" or "reported")
                or
                ("possible", "conditional" or "reported")
                or
                ("conditional" or "reported", "possible");

    private static bool IsStageBefore(string one, string other) =>
        (one, other)
            is
                ("planned", "enRoute" or "travelling" or "inRegion" or "completed" or "dispatched")
                or
                ("enRoute" or "travelling", "inRegion" or "completed")
                or
                ("inRegion", "completed")
                or
                ("expected" or "possible" or "conditional" or "demanded" or "reported", "dispatched")
                or
                ("confirmed" or "reported" or "conditional" or "possible" or "unconfirmed", "attended")
                or
                ("proposed" or "offered", "scheduled" or "held" or "suspended" or "resumed")
                or
                ("scheduled", "held" or "suspended" or "resumed")
                or
                ("held", "suspended" or "resumed" or "brokenOff")
                or
                ("suspended", "resumed" or "brokenOff")
                or
                ("reached", "signed" or "ratified" or "inForce")
                or
                ("signed", "ratified" or "inForce")
                or
                ("ratified", "inForce")
                or
                ("agreed", "carriedOut")
                or
                ("threatened", "imposed" or "lifted")
                or
                ("imposed", "lifted")
                or
                ("set", "extended" or "passed" or "lifted")
                or
                ("extended", "passed" or "lifted");

    /// <summary>Unnamed sources never corroborate.</summary>
    public virtual int Count(IEnumerable<string> origins)
    {
        var distinct = origins.Distinct().ToList();
        var named = distinct.Count(origin => origin.StartsWith("named ", StringComparison.Ordinal));
        return named > 0 ? named : Math.Min(distinct.Count, 1);
    }
}
