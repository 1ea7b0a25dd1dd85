using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 11: where two reports of different origins, each on the record, say what cannot both be true of the act on which
/// a value rests, or one of them denies it, the fact is disputed.
/// </summary>
public sealed class ContradictionsAreNotSilent(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(NoneIsSilent, Product.Answer);

    [Fact]
    public void Silent_denials_are_found() =>
        new Trials(output).Find("silent denials", NoneIsSilent, new WithRules(new SilentDenials()).Answer);

    [Fact]
    public void Contradictions_within_an_act_that_are_let_pass_are_found() =>
        new Trials(output).Find(
            "contradictions within an act that are let pass",
            NoneIsSilent,
            new WithRules(new OneActNeverDisputes()).Answer
        );

    internal static string? NoneIsSilent(Trial trial, AnswerFunction answering)
    {
        var oracle = new PlainAnswers();
        var record = oracle.Read(oracle.Recorded(trial.History.Log, trial.Question.RecordedBy));
        var visible = record
            .Log.Where(one =>
                one.Event is Report
                && (
                    trial.Question.KnownBy is null || record.Reports.FindPublication(one).Time <= trial.Question.KnownBy
                )
            )
            .Select(one => (one.Id, Report: record.At(one, trial.Question.KnownBy)!))
            .Where(one => one.Report is not null)
            .ToDictionary(one => one.Id, one => one.Report);
        foreach (var fact in answering(trial.History.Log, trial.Question).Facts.Where(fact => !fact.Disputed))
        {
            foreach (var report in fact.Because.Select(id => visible[id]).Where(IsOnTheRecord))
            {
                foreach (var other in visible.Values.Where(other => other.Act == report.Act && IsOnTheRecord(other)))
                {
                    if (FindOrigin(report) != FindOrigin(other) && CannotBothBeTrue(report, other, fact.Key))
                        return $"{fact.Key} = {fact.Value} is not disputed, and {report.Article}#{report.Id} and "
                            + $"{other.Article}#{other.Id} contradict each other";
                }
            }
        }

        return null;
    }

    private static bool IsOnTheRecord(Report report) => report.Standing is Standing.Own or Standing.Observed;

    private static string? FindOrigin(Report report) => new PlainRules().FindOrigin(report);

    private static bool CannotBothBeTrue(Report report, Report other, string key)
    {
        if (other.Modality == Modality.Denied)
            return report.Modality != Modality.Denied;
        var (one, another) = (Says(report, key), Says(other, key));
        if (one is null || another is null || one.Precedence != another.Precedence)
            return false;
        return PlainValue.Clash(one.Value, another.Value);
    }

    private static Assertion? Says(Report report, string key) =>
        report.AssertedFacts().FirstOrDefault(fact => fact.Key == key)?.Assertion;
}
