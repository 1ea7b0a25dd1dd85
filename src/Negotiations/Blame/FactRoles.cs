using NodaTime;

namespace Negotiations;

/// <summary>Which part each report plays in a fact.</summary>
internal static class FactRoles
{
    /// <summary>Every report of a fact, once, by its part and then by what was known first.</summary>
    public static IReadOnlyList<BlamedReport> Find(Fact fact, BlamedReports blamed)
    {
        var contest = fact.Resolution;
        var spoken = contest
            .All.SelectMany(claim =>
            {
                var role = FindRole(claim, contest);
                return claim.Reports.Select(report =>
                    blamed.Blame(report, fact.Key) with
                    {
                        Role = role,
                        Reason = FindReason(claim, role, report, fact),
                        Until = role == ReportRole.Earlier ? FindBreak(claim, report, contest) : null,
                    }
                );
            })
            .ToList();
        // What said something else until a correction made it a denial of the act still speaks of the fact.
        var speaking = spoken.Select(report => report.Visible.EventId).ToHashSet();
        var withdrawn = blamed.Withdrawn[fact.Key].Where(report => !speaking.Contains(report.Visible.EventId)).ToList();
        var taken = spoken.Concat(withdrawn).Select(report => report.Visible.EventId).ToHashSet();
        var dating = fact
            .DatedBy.Where(id => !taken.Contains(id))
            .Select(id =>
                blamed.Blame(blamed.FindVisible(id), fact.Key) with
                {
                    Role = ReportRole.DatedBy,
                    Reason = RoleReason.DatesTheAct,
                }
            );
        return
        [
            .. spoken
                .Concat(dating)
                .Concat(withdrawn)
                .OrderBy(report => report.Role)
                .ThenBy(report => report.Visible, VisibleReport.ByKnown),
        ];
    }

    private static ReportRole FindRole(Claim claim, FactResolution contest)
    {
        if (contest.Because.Contains(claim))
            return ReportRole.Because;
        if (contest.Against.Contains(claim))
            return ReportRole.Against;
        if (claim.IsDenial)
            return ReportRole.Denied;
        return claim.SaysTheSameAs(contest.Winner, contest.Comparison) ? ReportRole.Earlier : ReportRole.Superseded;
    }

    private static RoleReason FindReason(Claim claim, ReportRole role, VisibleReport report, Fact fact)
    {
        var (contest, winner) = (fact.Resolution, fact.Resolution.Winner);
        return role switch
        {
            ReportRole.Because => fact.DetailFrom.Values.Contains(report.EventId)
                ? RoleReason.GivesADetail
                : RoleReason.SaysSo,
            ReportRole.Against => claim switch
            {
                { IsDenial: true } when contest.Because.Any(denied => denied.Act == claim.Act) => RoleReason.DeniesIt,
                { IsDenial: true } => RoleReason.KnocksOut,
                _ when contest.KnockedOut.Contains(claim) => RoleReason.KnockedOut,
                _ when claim.Act == winner.Act => RoleReason.SaysOtherwiseOfTheAct,
                _ when contest.IsLater(claim) => RoleReason.LaterButOutranked,
                _ => RoleReason.StrongerButEarlier,
            },
            ReportRole.Denied => RoleReason.DeniesSomethingElse,
            ReportRole.Earlier => IsOutranked(claim, winner) ? RoleReason.SaysSoOutranked
            : FindBreak(claim, report, contest) is null ? RoleReason.SaysSoToo
            : RoleReason.SaidSoBefore,
            _ => StatusProgression.Leads(claim.Status, winner.Status) ? RoleReason.EarlierStage
            : claim.Precedence < winner.Precedence && claim.Precedence == Precedence.Yielding ? RoleReason.SaysLess
            : IsOutranked(claim, winner) ? RoleReason.LaterButOutranked
            : RoleReason.Overtaken,
        };
    }

    private static bool IsOutranked(Claim claim, Claim winner) =>
        claim.Standing == Standing.Other && winner.Standing != Standing.Other;

    // When what came between became known.
    private static Instant? FindBreak(Claim claim, VisibleReport report, FactResolution contest) =>
        contest
            .All.SkipWhile(other => other != claim)
            .Where(other =>
                !other.IsDenial
                && !contest.KnockedOut.Contains(other)
                && !IsOutranked(other, contest.Winner)
                && !other.SaysTheSameAs(claim, contest.Comparison)
            )
            .Select(other => (Instant?)other.Reports.Min(report => report.RevisedFrom))
            // What was known only after it broke nothing off.
            .FirstOrDefault(time => time > report.KnownFrom);
}
