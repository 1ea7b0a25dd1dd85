using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 5: what a coder retracts is, for questions now, as if it had never been there, with what names only it.
/// </summary>
public sealed class ARetractedReportNeverWas(ITestOutputHelper output)
{
    // A store refuses some retractions, most of them because the report is retracted already: these say nothing of the
    // law.
    [Fact]
    public void On_random_histories()
    {
        var (tried, refused) = (0, 0);
        new Trials(output).Hold(trial =>
        {
            foreach (var (_, retraction) in RetractionsIn(trial))
            {
                tried++;
                if (IsRefused(trial, retraction))
                    refused++;
            }

            return SameWithoutTheReport(trial, Product.Answer);
        });
        output.WriteLine($"{refused} of {tried} retractions were refused: {100.0 * refused / tried:F1} %");
        Assert.True(refused < 0.2 * tried);
    }

    [Fact]
    public void Retractions_from_the_time_of_another_report_are_found() =>
        new Trials(output).Find(
            "retractions that count only later",
            SameWithoutTheReport,
            new RetractionsThatComeLate().Answer
        );

    [Fact]
    public void Retracted_reports_that_replace_others_are_found() =>
        new Trials(output).Find(
            "retracted reports that replace others",
            SameWithoutTheReport,
            new RetractedReportsReplace().Answer
        );

    internal static string? SameWithoutTheReport(Trial trial, AnswerFunction answering)
    {
        foreach (var (report, retraction) in RetractionsIn(trial))
        {
            if (IsRefused(trial, retraction))
                continue;
            var retracted = answering(new History([.. trial.History.Intake, retraction]).Log, trial.Question);
            var without = answering(
                new History(RecordedPlaces.Without(trial.History.Intake, [report])).Log,
                trial.Question
            );
            if (FormatLines(retracted) != FormatLines(without))
                return $"{report.Article}@{report.Version}#{report.Id} "
                    + $"retracted\n{FormatLines(retracted)}\nnever there\n{FormatLines(without)}";
        }

        return null;
    }

    private static IEnumerable<(Report Report, ReportRetracted Retraction)> RetractionsIn(Trial trial) =>
        trial
            .Dice.Some(trial.History.Reports, 1)
            .Select(report =>
            {
                var id = RecordedPlaces.FindId(report);
                var chain = trial.History.AsRead.Timeline.Corrections.CoderChain(id);
                return (
                    report,
                    new ReportRetracted(
                        new()
                        {
                            Negotiation = History.Negotiation,
                            Article = report.Article,
                            Id = "the-retraction",
                            By = CorrectionBy.Coder,
                            Reason = "misread",
                            Target = id,
                            On = chain.Count > 0 ? chain[^1].EventId : null,
                        }
                    )
                );
            });

    private static bool IsRefused(Trial trial, ReportRetracted retraction) =>
        CorrectionRules.Refuse(trial.History.AsRead, RecordedPlaces.FindId(retraction), retraction) is not null;

    private static string FormatLines(Answered answered) =>
        string.Join(
            '\n',
            answered.Facts.Select(fact =>
                $"{fact.Line}, because {string.Join(' ', fact.Because.Order())}, against "
                + $"{string.Join(' ', fact.Against.Order())}, corrections "
                + $"{string.Join(' ', fact.Corrections)}"
            )
        );
}
