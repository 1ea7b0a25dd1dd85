using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 8: from the reports for a value alone follow the value, its date, the time from which it was known and its
/// standing; with the reports against it also whether it is disputed.
/// </summary>
public sealed class EveryValueHasItsReasons(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(SameFromItsReasons, Product.Answer);

    [Fact]
    public void The_primary_report_alone_is_found() =>
        new Trials(output).Find("the primary report alone", SameFromItsReasons, ShortReasons.OnlyThePrimaryReport);

    [Fact]
    public void Missing_anchors_are_found() =>
        new Trials(output).Find("missing anchors", SameFromItsReasons, ShortReasons.WithoutAnchors);

    [Fact]
    public void Missing_reasons_for_the_order_are_found() =>
        new Trials(output).Find("missing reasons for the order", SameFromItsReasons, ShortReasons.WithoutTextOrder);

    [Fact]
    public void Missing_anchors_of_what_stands_against_are_found() =>
        new Trials(output).Find(
            "missing anchors of what stands against",
            SameFromItsReasons,
            ShortReasons.AgainstWithoutAnchors
        );

    [Fact]
    public void Corrections_that_are_not_named_are_found() =>
        new Trials(output).Find("corrections that are not named", SameFromItsReasons, ShortReasons.WithoutCorrections);

    [Fact]
    public void Reports_that_have_no_part_in_a_value_are_found() =>
        new Trials(output).Find("reports that have no part in a value", SameFromItsReasons, TooManyReasons.Answer);

    internal static string? SameFromItsReasons(Trial trial, AnswerFunction answering)
    {
        var log = trial.History.Log;
        var record = new PlainAnswers().Read(new PlainAnswers().Recorded(log, trial.Question.RecordedBy));
        foreach (var fact in answering(log, trial.Question).Facts)
        {
            if (PlainReasons.Idle(fact, record, trial.Question.KnownBy) is { } idle)
                return idle;
            if (FindForeign(fact, record, trial.Question.KnownBy) is { } foreign)
                return foreign;
            var reasons = fact.Grounds.ToHashSet();
            var fromReasons = answering(Only(reasons, fact, log), trial.Question).Find(fact.Key);
            if (fromReasons?.Essence != fact.Essence)
                return $"the answer      {fact.Essence}\nfrom its reasons {fromReasons?.Essence}\nwhich are "
                    + $"{string.Join(' ', reasons)}";

            reasons.UnionWith(fact.Against);
            var fromBoth = answering(Only(reasons, fact, log), trial.Question).Find(fact.Key);
            if (fromBoth?.Essence != fact.Essence || fromBoth.Disputed != fact.Disputed)
                return $"the answer {fact.Essence}, disputed {fact.Disputed}\nfrom what stands for and "
                    + $"against it {fromBoth?.Essence}, disputed {fromBoth?.Disputed}\nwhich is "
                    + $"{string.Join(' ', reasons)}";
        }

        return null;
    }

    // No report among those for a value says something else.
    private static string? FindForeign(AnsweredFact fact, PlainRecord record, Instant? time)
    {
        foreach (var one in record.Log.Where(one => fact.Because.Contains(one.Id)))
        {
            var report = record.At(one, time)!;
            if (report.Modality == Modality.Denied ? fact.Status == "denied" : SaysSo(report, fact))
                continue;
            return $"{fact.Key} = {fact.Value}: among the reasons is {one.Id}, which says something else";
        }

        return null;
    }

    private static bool SaysSo(Report report, AnsweredFact fact) =>
        report
            .AssertedFacts()
            .Any(spoken =>
                spoken.Key == fact.Key
                && new FactValue(fact.Status, fact.Value, 0) is var value
                // A list beside a longer one of the same act says less, and nothing else.
                && !PlainValue.Clash(spoken.Assertion.Value, value)
                && (
                    PlainValue.IsSame(spoken.Assertion.Value, value)
                    || PlainValue.FitTogether(spoken.Assertion.Value, value)
                )
            );

    // A correction with those on which it builds, be they undone, and with what undoes any of them.
    private static IEnumerable<Guid> WithItsBasis(Guid id, PlainCorrections plain)
    {
        for (Guid? next = id; next is { } one; next = plain.All.First(other => other.Id == one).Correction.On)
        {
            yield return one;
            foreach (var bearing in plain.BearingOn(one))
                yield return bearing.Id;
        }
    }

    // Those reports with the corrections that the fact names, or that bear on what only stands against it.
    private static List<RecordedEvent> Only(HashSet<Guid> reports, AnsweredFact fact, IReadOnlyList<RecordedEvent> log)
    {
        var plain = new PlainCorrections(log);
        var all = log.Where(recorded => recorded.Event is Report)
            .SelectMany(report => plain.BearingOn(report.Id))
            .Select(one => one.Id)
            .ToHashSet();
        var against = reports.Except(fact.Grounds).SelectMany(report => plain.BearingOn(report)).Select(one => one.Id);
        var kept = fact.Corrections.SelectMany(id => WithItsBasis(id, plain)).Concat(against).ToHashSet();
        return
        [
            .. log.Where(recorded =>
                recorded.Event switch
                {
                    Report => reports.Contains(recorded.Id),
                    Correction => kept.Contains(recorded.Id) || !all.Contains(recorded.Id),
                    _ => true,
                }
            ),
        ];
    }
}
