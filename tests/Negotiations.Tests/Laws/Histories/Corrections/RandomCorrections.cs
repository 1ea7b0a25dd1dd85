namespace Negotiations.Tests.Laws;

/// <summary>Makes random corrections of what a history holds, some of which a store would refuse.</summary>
internal sealed class RandomCorrections(Dice dice)
{
    private readonly string focus = $"article-{dice.Pick(["a", "b", "c", "d", "e"])}";
    private Publication? notice;
    private int count;

    /// <summary>
    /// A correction of something that is recorded, refused or not; null where there is nothing to correct.
    /// </summary>
    public Correction? Next(History history)
    {
        var reports = Targets<Report>(history, report => report.Article == focus && report.Id.EndsWith('1'), 80);
        var corrections = history.Log.Where(recorded => recorded.Event is Correction).ToList();
        var publishers = Targets<Correction>(history, IsWithdrawal, 50)
            .Where(recorded => ((Correction)recorded.Event).By == CorrectionBy.Publisher)
            .ToList();
        var versions = history.Log.Where(recorded => recorded.Event is ArticleVersionPublished).ToList();
        // A link is between articles, whichever of their versions it names.
        var firsts = versions.Where(recorded => ((ArticleVersionPublished)recorded.Event).Version == "1").ToList();
        // A withdrawal is rare, and more so what is said of it.
        if (publishers.Any(recorded => IsWithdrawal((Correction)recorded.Event)) && dice.Chance(25))
            return CorrectPublishers(dice.Pick(publishers), history);
        var kind = dice.Weighted((30, 0), (44, 1), (18, 2), (12, 3), (5, 4), (5, 5));
        return kind switch
        {
            0 when reports.Count > 0 => CorrectReport(dice.Pick(reports), history, CorrectionBy.Coder),
            1 when reports.Count > 0 => CorrectReport(dice.Pick(reports), history, CorrectionBy.Publisher),
            2 when corrections.Count > 0 => Undo(corrections),
            3 when publishers.Count > 0 => CorrectPublishers(dice.Pick(publishers), history),
            4 when versions.Count > 0 => CorrectPublication(dice.Pick(versions), history),
            5 when firsts.Count > 0 => Link(dice.Pick(firsts), history),
            _ => null,
        };
    }

    private Correction CorrectReport(RecordedEvent target, History history, CorrectionBy by)
    {
        var head = CreateHead(target, history, by);
        if (dice.Chance(17))
            return new ReportRetracted(head);
        return new ReportCorrected(head) { Changes = RandomChanges.Draw((Report)target.Event, history, by, dice) };
    }

    private Correction CorrectPublishers(RecordedEvent target, History history)
    {
        var head = CreateHead(target, history, CorrectionBy.Coder);
        if (dice.Chance(IsWithdrawal((Correction)target.Event) ? 80 : 25))
            return new ReportRetracted(head);
        if (dice.Chance(30) || target.Event is not ReportCorrected corrected)
            return new PublicationCorrected(head) { Published = Calendar.RandomPublication(dice) };
        var report = (Report)history.Log.Single(recorded => recorded.Id == corrected.Target).Event;
        return new ReportCorrected(head)
        {
            Changes = RandomChanges.Draw(report, history, CorrectionBy.Publisher, dice),
        };
    }

    private CorrectionUndone Undo(List<RecordedEvent> corrections)
    {
        var undos = corrections.Where(recorded => recorded.Event is CorrectionUndone).ToList();
        var notices = corrections
            .Where(recorded => recorded.Event is Correction { By: CorrectionBy.Publisher })
            .ToList();
        // What is undone already is undone again, before or after its undo is undone.
        var undone = undos.Select(undo => ((Correction)undo.Event).Target).ToHashSet();
        var target =
            undos.Count > 0 && dice.Chance(30)
                ? dice.Pick([.. corrections.Where(recorded => undone.Contains(recorded.Id))])
                : dice.Pick(
                    undos.Count > 0 && dice.Chance(45) ? undos
                    : notices.Count > 0 && dice.Chance(50) ? notices
                    : corrections
                );
        var by =
            ((Correction)target.Event).By == CorrectionBy.Publisher && dice.Chance(75)
                ? CorrectionBy.Publisher
                : CorrectionBy.Coder;
        var head = CreateHead(target, null, by);
        if (by == CorrectionBy.Coder || dice.Chance(10))
            return new(head);
        // A store refuses a withdrawal that is older than the notice.
        var withdrawn = ((Correction)target.Event).Notice!.Published;
        var later = Enumerable
            .Range(0, 4)
            .Select(_ => Calendar.RandomPublication(dice))
            .FirstOrDefault(published => published.Time > withdrawn.Time);
        return new(head with { Notice = head.Notice! with { Published = later ?? withdrawn } });
    }

    private static bool IsWithdrawal(Correction correction) =>
        correction is CorrectionUndone { By: CorrectionBy.Publisher };

    /// <summary>Another time of publication of a version of an article.</summary>
    public Correction CorrectPublication(string article, History history) =>
        CorrectPublication(
            dice.Pick(Targets<ArticleVersionPublished>(history, version => version.Article == article, 100)),
            history
        );

    private PublicationCorrected CorrectPublication(RecordedEvent target, History history) =>
        new(CreateHead(target, history, CorrectionBy.Coder)) { Published = Calendar.RandomPublication(dice) };

    private ArticlesLinked Link(RecordedEvent target, History history) =>
        new(CreateHead(target, null, CorrectionBy.Coder))
        {
            Other = dice.Pick([.. history.Intake.OfType<ArticleVersionPublished>().Select(version => version.Article)]),
        };

    // A coder mostly builds on the end of the chain; a history gives none where nothing is built on.
    private CorrectionHead CreateHead(RecordedEvent target, History? history, CorrectionBy by)
    {
        var end =
            by == CorrectionBy.Coder && !dice.Chance(4)
                ? history?.AsRead.Timeline.Corrections.CoderChain(target.Id).LastOrDefault()
                : null;
        return new CorrectionHead
        {
            Negotiation = History.Negotiation,
            Article = target.Stream[StreamName.PrefixForArticles(History.Negotiation).Length..],
            // In another order than the corrections: nothing may follow from it.
            Id = $"correction-{count++ * 7 % 23}-{count}",
            By = by,
            Reason = by == CorrectionBy.Coder ? "misread" : "the desk erred",
            Notice =
                by == CorrectionBy.Publisher
                    ? new(
                        notice = notice is null || dice.Chance(70) ? Calendar.RandomPublication(dice) : notice,
                        "a notice"
                    )
                    : null,
            Target = target.Id,
            On = end?.EventId,
        };
    }

    private List<RecordedEvent> Targets<T>(History history, Func<T, bool> isFavourite, int percent)
        where T : DomainEvent
    {
        var all = history.Log.Where(recorded => recorded.Event is T).ToList();
        var favourites = all.Where(recorded => isFavourite((T)recorded.Event)).ToList();
        return favourites.Count > 0 && dice.Chance(percent) ? favourites : all;
    }
}
