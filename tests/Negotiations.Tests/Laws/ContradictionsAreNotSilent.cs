using NodaTime;
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
        var zone = DateTimeZoneProviders.Tzdb[
            oracle.Definition(trial.History.Log, oracle.Recorded(trial.History.Log, trial.Question.RecordedBy)).Zone
        ];
        var visible = oracle
            .SeenAt(trial.Question.KnownBy, record, zone)
            .ToDictionary(sighting => sighting.Recorded.Id, sighting => sighting.WithSharedOrigin);
        foreach (var fact in answering(trial.History.Log, trial.Question).Facts.Where(fact => !fact.Disputed))
        {
            // An origin of the value itself may have changed its plan.
            var origins = fact.Because.Select(id => FindOrigin(visible[id])).ToHashSet();
            foreach (
                var report in fact
                    .Because.Select(id => visible[id])
                    .Where(one => one.Act == fact.Act && IsOnTheRecord(one))
            )
            {
                foreach (var other in visible.Values.Where(other => other.Act == report.Act && IsOnTheRecord(other)))
                {
                    if (IsOfAnother(other, origins) && CannotBothBeTrue(report, other, fact.Key))
                        return $"{fact.Key} = {fact.Value} is not disputed, and {report.Article}#{report.Id} and "
                            + $"{other.Article}#{other.Id} contradict each other";
                }
            }
        }

        return null;

        bool IsOfAnother(Report other, HashSet<string?> origins) =>
            (other is { Modality: Modality.Denied, Standing: Standing.Own }) || !origins.Contains(FindOrigin(other));
    }

    private static bool IsOnTheRecord(Report report) => report.Standing is Standing.Own or Standing.Observed;

    private static string? FindOrigin(Report report) => new PlainRules().FindOrigin(report);

    private static bool CannotBothBeTrue(Report report, Report other, string key)
    {
        if (other.Modality == Modality.Denied)
            return report.Modality != Modality.Denied;
        // Who names the place of talks that were put off does not say that they were not.
        if (report is TalksPostponed && other is TalksScheduled { Date: null, Time: null })
            return false;
        var (one, another) = (Says(report, key), Says(other, key));
        if (one is null || another is null || one.Precedence != another.Precedence)
            return false;
        return PlainValue.Compared(one.Value) is not null || one.Value.Status == another.Value.Status
            ? PlainValue.Clash(one.Value, another.Value)
            : !PlainRules.CanBothBe(one.Value.Status, another.Value.Status);
    }

    private static Assertion? Says(Report report, string key) =>
        report.AssertedFacts().FirstOrDefault(fact => fact.Key == key)?.Assertion;
}
