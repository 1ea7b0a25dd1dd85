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

    /// <summary>What the answer stands on.</summary>
    public required Answered Answered { get; init; }

    /// <summary>The place on the record clock for which the answer stands.</summary>
    public RecordPosition Settled => Answered.Settled;

    /// <summary>The number of articles that the question could see.</summary>
    public int Articles => Answered.Articles;

    /// <summary>The number of corrections that count.</summary>
    public int Corrections => Answered.Corrections;

    /// <summary>The number of acts left out as too vague for the bound on the happened clock.</summary>
    public int UndatedLeftOut => Answered.UndatedLeftOut;

    /// <summary>The number of events up to the position that were erased, then or later.</summary>
    public int Erased => Answered.Erased;

    /// <summary>On which assumptions about times of publication the answer hangs.</summary>
    public IReadOnlyList<Assumption> Assumptions => Answered.Assumptions;

    /// <summary>
    /// The reports that the question could see, by what was known first; of an answer about a part of the facts those
    /// that bear on it.
    /// </summary>
    public required IReadOnlyList<VisibleReport> Reports { get; init; }

    /// <summary>The facts, ordered by key.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>What is shown of the answer.</summary>
    public State State => new(Asked, Definition, Zone, Answered, Facts);

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
            Reports = reports,
            Answered = new()
            {
                Settled = log.Settled,
                Reports = reports.Count,
                Articles = published.Select(known => known.Article).Distinct().Count(),
                Corrections = log.Timeline.CorrectionsKnownBy(question.KnownBy).Count(),
                Erased = log.Erased,
                UndatedLeftOut = folded.LeftOut,
                Assumptions = Assumption.FindAll(log, question.KnownBy, published, reports, folded.Facts),
            },
            Facts = folded.Facts,
        };
    }
}
