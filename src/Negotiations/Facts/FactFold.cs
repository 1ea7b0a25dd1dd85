using System.Collections.Frozen;
using NodaTime;

namespace Negotiations;

/// <summary>From the visible reports to the facts: the plain fold, as simple as it can be written.</summary>
public static class FactFold
{
    // Attendance that was still open when the round came to its end.
    private static readonly FrozenSet<string> OpenStatuses = FrozenSet.Create(
        "possible",
        "conditional",
        "unconfirmed",
        "reported"
    );

    private static readonly FrozenSet<string> EndedRounds = FrozenSet.Create(
        "held",
        "cancelled",
        "suspended",
        "resumed",
        "brokenOff"
    );

    /// <summary>The facts that a log gives, ordered by key.</summary>
    /// <param name="log">The log.</param>
    /// <param name="knownBy">The bound on the known clock, or null.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static FactFoldResult Fold(NegotiationLog log, Instant? knownBy, HappenedBound happenedBy)
    {
        var view = new ActsAsOf(log.ReportsKnownBy(knownBy), happenedBy, log.Comparison);
        var surfaces = FactSurfaces.Read(log);
        var (known, day) = (knownBy ?? Instant.MaxValue, HappenedDay.Number(happenedBy));
        var facts = view
            .Keys.Select(key =>
                Describe(view.Resolve(key)!, view.Order, since: value =>
                    surfaces.Find(key).FindSince(value, known, day)
                )
            )
            .ToList();
        return new(MarkOvertaken(facts), view.LeftOut);
    }

    /// <summary>The key of the status of the round that can overtake a fact; null where none can.</summary>
    internal static string? FindStatus(string key) =>
        key.Split('/') is [var round, "attendance", ..] ? $"{round}/round/status" : null;

    /// <summary>Flags the attendances that were still open when their round came to its end.</summary>
    /// <param name="facts">Facts, with the status of each round of which there is an attendance.</param>
    internal static IReadOnlyList<TFact> MarkOvertaken<TFact>(IReadOnlyList<TFact> facts)
        where TFact : FactState
    {
        var ended = facts
            .Where(fact => EndedRounds.Contains(fact.Value.Status))
            .Select(fact => fact.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. facts.Select(fact =>
                OpenStatuses.Contains(fact.Value.Status) && FindStatus(fact.Key) is { } status && ended.Contains(status)
                    ? fact with
                    {
                        Flags = [.. fact.Flags.Append(FactFlag.Overtaken).Order(StringComparer.Ordinal)],
                    }
                    : fact
            ),
        ];
    }

    /// <summary>A fact as it was decided, but for whether its round has overtaken it.</summary>
    /// <param name="contest">How it was decided.</param>
    /// <param name="order">The order of the acts.</param>
    /// <param name="since">Tells since when a value has been known.</param>
    internal static Fact Describe(FactResolution contest, TextOrder order, Func<FactValue, Instant> since)
    {
        var winner = contest.Winner;
        var reasons = Reasons.Find(contest, order);
        List<VisibleReport> grounds = [.. reasons.Because, .. reasons.DatedBy];
        return new Fact
        {
            Key = winner.Key,
            Value = contest.Value.Value,
            Standing = winner.Standing,
            Modality = winner.Primary.Report.Modality,
            Happened = winner.Act.Date.Text,
            KnownFrom = winner.Reports.Min(report => report.RevisedFrom),
            Since = since(contest.Value.Value),
            Because = Identify(reasons.Because),
            DatedBy = Identify(reasons.DatedBy),
            Against = Identify(reasons.Against),
            DetailFrom = contest.Value.DetailFrom.ToDictionary(
                detail => detail.Key,
                detail => detail.Value.EventId,
                StringComparer.Ordinal
            ),
            Origins = Origin.Count(reasons.Because),
            Carriers = reasons.Because.Select(report => report.Version.Outlet.Id).Distinct().Count(),
            Disputed = contest.IsDisputed,
            Assumes =
            [
                .. grounds
                    .Where(report => report.Publication.Basis == PublicationBasis.Assumed)
                    .Select(report => report.Report.Article)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            Corrections = [.. grounds.SelectMany(report => report.Corrections).Distinct().Order()],
            Flags = [.. ListFlags(winner, grounds).Order(StringComparer.Ordinal)],
            Resolution = contest,
        };
    }

    private static IEnumerable<string> ListFlags(Claim winner, List<VisibleReport> reasons)
    {
        if (winner.Act.Date.Disputed)
            yield return FactFlag.DateDisputed;
        if (winner.Act.Date.IsByCoverage)
            yield return FactFlag.DatedByCoverage;
        if (winner.Last.Report.Ended)
            yield return FactFlag.Ended;
        if (reasons.Any(report => report.IsCorrected))
            yield return FactFlag.Corrected;
        if (reasons.Any(report => report.Fate == CarriedStatus.Dropped))
            yield return FactFlag.NoLongerCarried;
        if (reasons.Any(report => report.Fate == CarriedStatus.NotCompared))
            yield return FactFlag.NotRecoded;
        if (reasons.Any(report => report.LostCorrection))
            yield return FactFlag.Erased;
    }

    private static IReadOnlyList<Guid> Identify(IEnumerable<VisibleReport> reports) =>
        [.. reports.Select(report => report.EventId)];
}

/// <summary>The facts of a fold.</summary>
/// <param name="Facts">The facts, ordered by key.</param>
/// <param name="LeftOut">Number of acts that were left out because their date is too vague for the bound on the
/// happened clock.</param>
public sealed record FactFoldResult(IReadOnlyList<Fact> Facts, int LeftOut);
