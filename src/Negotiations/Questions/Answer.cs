using NodaTime;

namespace Negotiations;

/// <summary>What a record of a negotiation answers to a question.</summary>
/// <remarks>
/// Everything but <see cref="Asked"/> is the same whenever the bounds resolve to the same position and times.
/// </remarks>
public sealed record Answer
{
    /// <summary>The question.</summary>
    public required Question Asked { get; init; }

    /// <summary>The negotiation's own file at the position of the answer.</summary>
    public required NegotiationDefined Definition { get; init; }

    /// <summary>The zone of the talks.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The place on the record clock for which the answer stands.</summary>
    public required RecordPosition Settled { get; init; }

    /// <summary>The reports that the question could see, by what was known first.</summary>
    public required IReadOnlyList<VisibleReport> Reports { get; init; }

    /// <summary>The number of articles that the question could see.</summary>
    public required int Articles { get; init; }

    /// <summary>The number of corrections that count.</summary>
    public required int Corrections { get; init; }

    /// <summary>
    /// The number of acts left out because their date is too vague for the bound on the happened clock.
    /// </summary>
    public required int UndatedLeftOut { get; init; }

    /// <summary>The number of events up to the position that were erased, then or later.</summary>
    public required int Erased { get; init; }

    /// <summary>
    /// On which assumptions about times of publication the answer hangs: of what it counts and may have come out later
    /// than asked, and of what it leaves out and may have come out before.
    /// </summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>The facts, ordered by key.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Answers a question by the plain fold over a log.</summary>
    /// <param name="log">The log up to the position to which the bound on the record clock resolves.</param>
    /// <param name="question">The question.</param>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    public static Answer To(Question question, NegotiationLog log)
    {
        var definition = log.Definition
            ?? throw new UnknownNegotiationException(question.Negotiation, log.Settled.Position);
        var reports = log.ReportsKnownBy(question.KnownBy).Order(VisibleReport.ByKnown).ToList();
        // An entry of a live blog can be known before the version in which it stands.
        var published = log.VersionsKnownBy(question.KnownBy)
            .Select(version => (version.Article, Publication: version.Published))
            .Concat(reports.Select(report => (report.Report.Article, report.Publication)))
            .Distinct()
            .OrderBy(known => known.Publication.Time)
            .ThenBy(known => known.Article, StringComparer.Ordinal)
            .ToList();
        var folded = FactFold.Fold(
            log,
            question.KnownBy,
            new HappenedBound(question.HappenedBy?.InZone(log.Zone).Date)
        );
        return new Answer
        {
            Asked = question,
            Definition = definition,
            Zone = log.Zone,
            Settled = log.Settled,
            Reports = reports,
            Articles = published.Select(known => known.Article).Distinct().Count(),
            Corrections = log.Timeline.CorrectionsKnownBy(question.KnownBy).Count(),
            Erased = log.Erased,
            UndatedLeftOut = folded.LeftOut,
            Assumptions = Assumption.FindAll(log, question.KnownBy, published, reports, folded.Facts),
            Facts = folded.Facts,
        };
    }
}
