using NodaTime;

namespace Negotiations;

/// <summary>An assumed time of publication on which an answer hangs.</summary>
/// <param name="Article">Identifier of the article that the answer takes as known, or leaves out.</param>
/// <param name="Published">The assumed publication: of a version of the article, or of an entry of a live blog in
/// it.</param>
/// <param name="KnownBy">The bound of the question on the known clock.</param>
public sealed record Assumption(string Article, Publication Published, Instant? KnownBy)
{
    /// <summary>
    /// Whether the answer leaves the article out, although it may have come out before the bound: the answer may know
    /// too little.
    /// </summary>
    public bool IsLeftOut => KnownBy is not null && Published.Time > KnownBy;

    /// <summary>
    /// Whether the article may have come out only after the bound, so that the answer may know too much.
    /// </summary>
    public bool MayBeTooEarly => KnownBy is not null && !IsLeftOut && Published.Latest > KnownBy;

    /// <summary>
    /// Keys of the facts that hang on it, in their order: of what is counted those that rest on it, of what is left out
    /// those of which it speaks. Empty where the answer does not depend on the exact time.
    /// </summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The assumption in words.</summary>
    public string Describe(DateTimeZone zone)
    {
        var possible = Published is { Earliest: { } earliest, Latest: { } latest }
            ? $" (possible: {Bound.Format(earliest, zone)} to {Bound.Format(latest, zone)})"
            : "";
        var warning =
            MayBeTooEarly ? "; it may have come out after the time asked about"
            : IsLeftOut ? "; it is left out, and may have come out before the time asked about"
            : "";
        var facts = Facts.Count == 0 ? "" : $"; on it hang {string.Join(", ", Facts)}";
        return $"{Article}: publication at {Bound.Format(Published.Time, zone)} is assumed{possible}{warning}{facts}";
    }

    /// <summary>
    /// The assumptions of a question: first of what it counts, then of what it leaves out, each by time and article.
    /// </summary>
    /// <param name="log">The log from which it is answered.</param>
    /// <param name="knownBy">The bound on the known clock.</param>
    /// <param name="counted">The publications that the answer counts, in that order.</param>
    /// <param name="reports">The reports that it counts.</param>
    /// <param name="facts">The facts of the answer.</param>
    internal static IReadOnlyList<Assumption> FindAll(
        NegotiationLog log,
        Instant? knownBy,
        IEnumerable<(string Article, Publication Publication)> counted,
        IReadOnlyList<VisibleReport> reports,
        IReadOnlyList<FactState> facts
    ) =>
        [
            .. counted
                .Where(known => known.Publication.Basis == PublicationBasis.Assumed)
                .Select(known => new Assumption(known.Article, known.Publication, knownBy))
                .Select(assumption =>
                    assumption.MayBeTooEarly
                        ? assumption with
                        {
                            Facts = FindResting(assumption, reports, facts),
                        }
                        : assumption
                ),
            .. FindLeftOut(log, knownBy),
        ];

    /// <summary>The assumptions of a question of which only a part of the log is read.</summary>
    /// <param name="knownBy">The bound on the known clock.</param>
    /// <param name="counted">The assumed publications that the answer counts.</param>
    /// <param name="part">All of those articles on the time of whose publication the answer hangs.</param>
    /// <param name="facts">The facts of the answer; those that can rest on these articles are enough.</param>
    public static IReadOnlyList<Assumption> FindAll(
        Instant? knownBy,
        IEnumerable<(string Article, Publication Publication)> counted,
        NegotiationLog part,
        IReadOnlyList<FactState> facts
    ) =>
        FindAll(
            part,
            knownBy,
            counted.OrderBy(known => known.Publication.Time).ThenBy(known => known.Article, StringComparer.Ordinal),
            [.. part.ReportsKnownBy(knownBy)],
            facts
        );

    private static IReadOnlyList<string> FindResting(
        Assumption assumption,
        IReadOnlyList<VisibleReport> reports,
        IReadOnlyList<FactState> facts
    )
    {
        var told = reports
            .Where(report => report.Report.Article == assumption.Article && report.Publication == assumption.Published)
            .Select(report => report.EventId)
            .ToHashSet();
        return
        [
            .. facts
                .Where(fact => fact.Because.Concat(fact.DatedBy).Concat(fact.Against).Any(told.Contains))
                .Select(fact => fact.Key),
        ];
    }

    // What would come of it is not folded: the facts of which the reports speak are those that could differ. They are
    // taken as coded, for a notice that corrects them is still further off.
    private static IEnumerable<Assumption> FindLeftOut(NegotiationLog log, Instant? knownBy)
    {
        if (knownBy is not { } bound)
            return [];
        var reports = log
            .Timeline.Reports.Select(history =>
                (history.Recorded, Publication: log.Timeline.ResolvePublication(history.Recorded))
            )
            .Where(known => MayHaveBeenOut(known.Publication, bound))
            .Select(known =>
                (Report: CorrectionApplier.CodedAs(known.Recorded, log.Timeline.Corrections), known.Publication)
            )
            .ToLookup(known => (known.Report.Article, known.Publication), known => known.Report);
        return log
            .Timeline.Versions.Select(version => (version.Article, Publication: version.Published))
            .Where(known => MayHaveBeenOut(known.Publication, bound))
            .Concat(reports.Select(known => known.Key))
            .Distinct()
            .OrderBy(known => known.Publication.Time)
            .ThenBy(known => known.Article, StringComparer.Ordinal)
            .Select(known => new Assumption(known.Article, known.Publication, knownBy)
            {
                Facts =
                [
                    .. reports[known]
                        .SelectMany(report => report.AssertedFacts().Concat(report.DeniedFacts()))
                        .Select(fact => fact.Key)
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ],
            });
    }

    private static bool MayHaveBeenOut(Publication published, Instant bound) =>
        published.Basis == PublicationBasis.Assumed && published.Time > bound && published.Earliest <= bound;
}
