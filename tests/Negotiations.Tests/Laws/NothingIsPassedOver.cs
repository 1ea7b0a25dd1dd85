using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 10: every report that asserts or denies a fact, or did before it was withdrawn or replaced, is in the blame of
/// that fact exactly once.
/// </summary>
public sealed class NothingIsPassedOver(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(trial => EachReportOnce(trial, fact => fact));

    [Fact]
    public void Denials_that_are_left_out_are_found() =>
        Find("denials that are left out", report => report.Visible.Report.Modality != Modality.Denied);

    [Fact]
    public void Withdrawn_reports_that_are_left_out_are_found() =>
        Find("withdrawn reports that are left out", report => report.Role != ReportRole.Withdrawn);

    [Fact]
    public void Replaced_reports_that_are_left_out_are_found() =>
        Find("replaced reports that are left out", report => report.Role != ReportRole.Replaced);

    [Fact]
    public void Earlier_reports_that_are_left_out_are_found() =>
        Find("earlier reports that are left out", report => report.Role != ReportRole.Earlier);

    [Fact]
    public void A_report_that_is_listed_twice_is_found() =>
        new Trials(output).Find("a report that is listed twice", trial =>
            EachReportOnce(trial, fact => fact with { Reports = [.. fact.Reports, .. fact.Against] })
        );

    private void Find(string fault, Func<BlamedReport, bool> keep) =>
        new Trials(output).Find(fault, trial =>
            EachReportOnce(trial, fact => fact with { Reports = [.. fact.Reports.Where(keep)] })
        );

    internal static string? EachReportOnce(Trial trial, Func<BlamedFact, BlamedFact> change)
    {
        // Which acts a bound on the happened clock leaves out is another law's.
        var question = trial.Question with { HappenedBy = null };
        var (oracle, log) = (new PlainAnswers(), trial.History.Log);
        var record = oracle.Read(oracle.Recorded(log, question.RecordedBy));
        var recorded = new RecordedStore(log)
            .ReadLogAsync(History.Negotiation, question.RecordedBy, default)
            .GetAwaiter()
            .GetResult();
        var blame = Blame.Trace(recorded, question, "");
        var listed = blame
            .Facts.Select(change)
            .SelectMany(fact => fact.Reports, (fact, report) => (fact.Fact.Key, report.Visible.EventId, report.Role))
            .Concat(
                blame.Vanished.SelectMany(
                    fact => fact.Withdrawn,
                    (fact, report) => (fact.Key, report.Visible.EventId, report.Role)
                )
            )
            .ToList();
        foreach (var twice in listed.GroupBy(one => (one.Key, one.EventId)).Where(group => group.Count() > 1))
            return $"{twice.Key} is listed {twice.Count()} times: {string.Join(", ", twice.Select(one => one.Role))}";
        var spoken = listed
            .Where(one => one.Role != ReportRole.DatedBy)
            .Select(one => (one.Key, one.EventId))
            .ToHashSet();
        var expected = Expected(record, question.KnownBy).ToHashSet();
        if (expected.Except(spoken).Order().ToList() is [var missing, ..])
            return $"{missing} is passed over";
        return spoken.Except(expected).Order().ToList() is [var strange, ..] ? $"{strange} never spoke of it" : null;
    }

    private static IEnumerable<(string Key, Guid Id)> Expected(PlainRecord record, Instant? time)
    {
        var known = record
            .Log.Where(one => one.Event is Report && (time is null || record.Reports.FindPublication(one).Time <= time))
            .ToList();
        var times = record
            .Times.Where(earlier => time is null || earlier <= time)
            .Cast<Instant?>()
            .Prepend(Instant.MinValue)
            .Append(time)
            .ToList();
        foreach (var one in known)
        {
            // As it was coded, as the coder left it, and as the publisher's notices left it one after the other.
            var forms = times
                .Select(earlier => record.Reports.At(one, earlier))
                .Append((Report)one.Event)
                .Append(record.Reports.AsCoded(one))
                .OfType<Report>();
            foreach (var key in forms.SelectMany(SpeaksOf).Distinct())
                yield return (key, one.Id);
        }

        var visible = known.Select(one => (one.Id, Report: record.At(one, time))).Where(one => one.Report is not null);
        foreach (var act in visible.GroupBy(one => one.Report!.Act))
        {
            foreach (var denial in act.Where(one => one.Report!.Modality == Modality.Denied))
            {
                foreach (var key in act.SelectMany(one => one.Report!.AssertedFacts()).Select(fact => fact.Key))
                    yield return (key, denial.Id);
            }
        }
    }

    private static IEnumerable<string> SpeaksOf(Report report) =>
        report.AssertedFacts().Concat(report.DeniedFacts()).Select(fact => fact.Key);
}
