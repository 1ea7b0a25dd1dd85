using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 5: what a coder retracts is, for questions now, as if it had never been there, with what names only it.</summary>
public sealed class ARetractedReportNeverWas(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(SameWithoutTheReport, Product.Answer);

    [Fact]
    public void Retractions_from_the_time_of_another_report_are_found() =>
        new Trials(output).Find("retractions that count only later", SameWithoutTheReport, new RetractionsThatComeLate().Answer);

    [Fact]
    public void Retracted_reports_that_replace_others_are_found() =>
        new Trials(output).Find("retracted reports that replace others", SameWithoutTheReport, new RetractedReportsReplace().Answer);

    internal static string? SameWithoutTheReport(Trial trial, Answering answering)
    {
        foreach (var report in trial.Dice.Some(trial.History.Reports, 1))
        {
            var id = Recording.IdOf(report);
            var chain = trial.History.AsRead.Timelines.Corrections.CoderChain(id);
            var retraction = new ReportRetracted(new()
            {
                Negotiation = History.Negotiation,
                Article = report.Article,
                Id = "the-retraction",
                By = CorrectionBy.Coder,
                Reason = "misread",
                Target = id,
                On = chain.Count > 0 ? chain[^1].EventId : null,
            });
            if (CorrectionCheck.Refuse(trial.History.AsRead, Recording.IdOf(retraction), retraction) is not null) continue;
            var retracted = answering(new History([.. trial.History.Intake, retraction]).Log, trial.Question);
            var without = answering(new History(Recording.Without(trial.History.Intake, [report])).Log, trial.Question);
            if (LinesOf(retracted) != LinesOf(without))
                return $"{report.Article}@{report.Version}#{report.Id} retracted\n{LinesOf(retracted)}\nnever there\n{LinesOf(without)}";
        }

        return null;
    }

    private static string LinesOf(Answered answered) => string.Join('\n', answered.Facts.Select(fact =>
        $"{fact.Line}, because {string.Join(' ', fact.Because.Order())}, against {string.Join(' ', fact.Against.Order())}, corrections {string.Join(' ', fact.Corrections)}"));
}
