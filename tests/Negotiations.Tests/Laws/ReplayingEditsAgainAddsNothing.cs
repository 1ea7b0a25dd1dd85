using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 4 with corrections: what was corrected, or edited and taken in as corrections, adds nothing when it is replayed
/// again.
/// </summary>
public sealed class ReplayingEditsAgainAddsNothing(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(With(Decide), Product.Answer);

    [Fact]
    public void Edits_compared_with_the_first_coding_are_found() =>
        new Trials(output).Find(
            "edits compared with the first coding",
            With(
                (stream, coded, edits) =>
                    Decide(
                        [
                            .. stream.Where(recorded =>
                                recorded.Event is not ReportCorrected || coded.Corrections.Contains(recorded.Event)
                            ),
                        ],
                        coded,
                        edits
                    )
            ),
            Product.Answer
        );

    [Fact]
    public void Corrections_taken_in_twice_are_found() =>
        new Trials(output).Find(
            "corrections taken in twice",
            With(
                (stream, coded, edits) =>
                    Decide([.. stream.Where(recorded => recorded.Event is not Correction)], coded, edits)
            ),
            Product.Answer
        );

    [Fact]
    public void Retractions_that_are_forgotten_are_found() =>
        new Trials(output).Find(
            "retractions that are forgotten",
            With(
                (stream, coded, edits) =>
                    Decide(
                        [
                            .. stream.Where(recorded =>
                                recorded.Event is not ReportRetracted || coded.Corrections.Contains(recorded.Event)
                            ),
                        ],
                        coded,
                        edits
                    )
            ),
            Product.Answer
        );

    private delegate IntakeDecision Deciding(
        IReadOnlyList<RecordedEvent> stream,
        CodedArticle coded,
        EditsAsCorrections? edits = null
    );

    private static IntakeDecision Decide(
        IReadOnlyList<RecordedEvent> stream,
        CodedArticle coded,
        EditsAsCorrections? edits = null
    ) => ArticleIntake.Decide(new(stream.Count, stream), coded, edits);

    private static Law With(Deciding decide) =>
        (trial, _) =>
        {
            var history = trial.History;
            foreach (var version in trial.Dice.Some(history.Intake.OfType<ArticleVersionPublished>(), 2))
            {
                var coded = CreateCoding(version, history);
                var stream = history.Log.Where(recorded => recorded.Stream == coded.Stream).ToList();
                if (Says(decide(stream, coded)) is { } again)
                    return $"the same coding of {version.Article}@{version.Version} again: {again}";
                if (AfterEdits(decide, history, stream, coded, trial.Dice) is { } edited)
                    return $"an edited coding of {version.Article}@{version.Version} again: {edited}";
            }

            return null;
        };

    private static string? AfterEdits(
        Deciding decide,
        History history,
        List<RecordedEvent> stream,
        CodedArticle coded,
        Dice dice
    )
    {
        var plain = new PlainReports(history.Log, new PlainCorrections(history.Log));
        // What a coder has before them: the reports that they did not retract, as they corrected them.
        var before = coded
            .Reports.Where(report => !plain.Corrections.IsWithdrawn(RecordedPlaces.FindId(report)))
            .Select(report =>
                plain.AsCoded(history.Log.First(recorded => recorded.Id == RecordedPlaces.FindId(report)))
            )
            .ToList();
        var edited = coded with
        {
            Reports =
            [
                .. before
                    .Where(_ => !dice.Chance(15))
                    .Select(report => dice.Chance(50) ? Edited(report, dice) : report),
            ],
        };
        var edits = new EditsAsCorrections("read again", "the coder");
        var decision = decide(stream, edited, edits);
        // An edit that sets a corrected field to what it was at first looks like one by somebody who did not see the
        // correction.
        if (decision.Differences.Any(difference => difference.Overlooked is not null))
            return null;
        if (decision.Differences.Count > 0)
            return $"edits are refused: {string.Join("; ", decision.Differences)}";
        var (log, refused) = CorrectionRules.Add(history.AsRead, decision);
        if (refused.Count > 0)
            return null;
        stream = [.. log.Events.Where(recorded => recorded.Stream == coded.Stream)];
        return Says(decide(stream, edited)) ?? Says(decide(stream, edited, edits));
    }

    private static Report Edited(Report report, Dice dice) =>
        dice.Below(8) switch
        {
            0 => report with { Happened = Calendar.RandomDate(dice, dice.Pick(Calendar.Days)) },
            1 => report with
            {
                Standing = dice.Pick([Standing.Own, Standing.Observed, Standing.OwnUnnamed, Standing.Other]),
            },
            2 => report with { Act = $"act-{dice.Below(9)}", PrecededBy = null },
            3 => RandomChanges.RandomActor(dice) is var (actor, side)
                ? report with
                {
                    Actor = actor,
                    Side = side,
                    SideIsWritten = side is not null,
                }
                : report,
            4 => report with { Evidence = RandomChanges.RandomEvidence(dice) },
            5 or 6 => ChangeType(RandomChanges.AnotherType(report, dice), report),
            _ => report with
            {
                Chain = RandomChain.EndingWith([report.Chain[^1]], dice),
                LookingBack = dice.Chance(50),
            },
        };

    private static Report ChangeType(Report other, Report report) =>
        other with
        {
            Negotiation = report.Negotiation,
            Article = report.Article,
            Version = report.Version,
            Id = report.Id,
            Round = report.Round,
            Act = report.Act,
            Actor = report.Actor,
            Side = report.Side,
            SideIsWritten = report.SideIsWritten,
            Happened = report.Happened,
            TimeOfDay = report.TimeOfDay,
            LookingBack = report.LookingBack,
            Known = report.Known,
            Standing = report.Standing,
            Modality = Modality.Asserted,
            Chain = report.Chain,
            Evidence = report.Evidence,
            Certainty = report.Certainty,
            PrecededBy = report.PrecededBy,
            Summary = report.Summary,
        };

    private static CodedArticle CreateCoding(ArticleVersionPublished version, History history) =>
        new(
            version,
            [.. history.Reports.Where(report => report.Article == version.Article && report.Version == version.Version)]
        )
        {
            Corrections = [.. history.Corrections.Where(correction => correction.Article == version.Article)],
        };

    private static string? Says(IntakeDecision decision) =>
        decision.Differences.Count > 0 ? $"differs in {string.Join("; ", decision.Differences)}"
        : decision.Append.Count > 0
            ? $"appends {string.Join("; ", decision.Append.Select(added => EventJson.Write(added.Event)))}"
        : null;
}
