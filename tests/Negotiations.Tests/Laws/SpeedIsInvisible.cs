using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 7: what a correction changes, and the history of facts, are those of whole answers at each time known.
/// </summary>
public sealed class SpeedIsInvisible(ITestOutputHelper output)
{
    [Fact]
    public void In_the_effects_of_corrections_on_random_histories() =>
        new Trials(output).Hold(EffectsBy(CorrectionEffect.Between), Product.Answer);

    [Fact]
    public void In_the_history_of_facts_on_random_histories() =>
        new Trials(output).Hold(HistoryBy((log, question) => FactHistory.Trace(log, question)), Product.Answer);

    [Fact]
    public void In_what_corrections_change_for_bounds_on_the_happened_clock() =>
        new Trials(output).Hold(HappenedBy(HappenedEffect.Between), Product.Answer);

    [Fact]
    public void Changes_for_bounds_on_the_happened_clock_that_are_forgotten_are_found() =>
        new Trials(output).Find(
            "changes for bounds on the happened clock that are forgotten",
            HappenedBy((_, _, _) => []),
            Product.Answer
        );

    [Fact]
    public void Effects_without_an_end_are_found() =>
        new Trials(output).Find(
            "effects without an end",
            EffectsBy(
                (before, after) =>
                    [.. CorrectionEffect.Between(before, after).Select(effect => effect with { Until = null })]
            ),
            Product.Answer
        );

    [Fact]
    public void Effects_only_on_values_are_found() =>
        new Trials(output).Find(
            "effects only on values",
            EffectsBy(
                (before, after) =>
                    [
                        .. CorrectionEffect
                            .Between(before, after)
                            .Where(effect => effect.Before?.Value != effect.After?.Value),
                    ]
            ),
            Product.Answer
        );

    [Fact]
    public void A_history_only_of_publications_is_found() =>
        new Trials(output).Find(
            "a history only of publications",
            HistoryBy(
                (log, question) =>
                    FactHistory
                        .Trace(log, question)
                        .Where(change => log.Timeline.Reports.Any(report => report.Revisions[0].From == change.Known))
            ),
            Product.Answer
        );

    [Fact]
    public void A_history_without_losses_is_found() =>
        new Trials(output).Find(
            "a history without losses",
            HistoryBy((log, question) => FactHistory.Trace(log, question).Where(change => change.After is not null)),
            Product.Answer
        );

    [Fact]
    public void Effects_with_the_reasons_of_before_are_found() =>
        new Trials(output).Find(
            "effects with the reasons of before",
            EffectsBy(
                (before, after) =>
                    [
                        .. CorrectionEffect
                            .Between(before, after)
                            .Select(effect =>
                                effect is { Before: not null, After: not null }
                                    ? effect with
                                    {
                                        After = effect.After with
                                        {
                                            Against = effect.Before.Against,
                                            Because = effect.Before.Because,
                                        },
                                    }
                                    : effect
                            ),
                    ]
            ),
            Product.Answer
        );

    [Fact]
    public void A_history_with_the_first_origins_is_found() =>
        new Trials(output).Find(
            "a history with the first carriers",
            HistoryBy(
                (log, question) =>
                    FactHistory
                        .Trace(log, question)
                        .Select(change =>
                            change is { Before: not null, After: not null }
                                ? change with
                                {
                                    After = change.After with { Carriers = change.Before.Carriers },
                                }
                                : change
                        )
            ),
            Product.Answer
        );

    private static Law EffectsBy(Func<NegotiationLog, NegotiationLog, IReadOnlyList<CorrectionEffect>> between) =>
        (trial, _) =>
        {
            var last = trial.History.Intake.Index().LastOrDefault(at => at.Item is Correction);
            if (last.Item is null)
                return null;
            var before = new History(RecordedPlaces.Without(trial.History.Intake, [last.Item]));
            var effects = between(before.AsRead, trial.History.AsRead);
            foreach (var time in Moments(trial.History))
            {
                var whole = FactDifferences
                    .Between(FactsAt(before, time), FactsAt(trial.History, time))
                    .Select(change => Line(change.Key, change.Before, change.After));
                var fast = effects
                    .Where(effect => effect.From <= time && !(effect.Until <= time))
                    .Select(effect => Line(effect.Key, effect.Before, effect.After));
                if (!whole.SequenceEqual(fast))
                    return $"at {time} by whole answers\n{string.Join('\n', whole)}\nby the "
                        + $"effects\n{string.Join('\n', fast)}";
            }

            return null;
        };

    private static Law HappenedBy(
        Func<NegotiationLog, NegotiationLog, IEnumerable<string>, IReadOnlyList<HappenedEffect>> between
    ) =>
        (trial, _) =>
        {
            var last = trial.History.Intake.Index().LastOrDefault(at => at.Item is Correction);
            if (last.Item is null)
                return null;
            var (before, after) = (
                new History(RecordedPlaces.Without(trial.History.Intake, [last.Item])).AsRead,
                trial.History.AsRead
            );
            var listed = CorrectionEffect.Between(before, after).Select(effect => effect.Key).ToHashSet();
            var effects = between(before, after, listed).ToDictionary(effect => effect.Key, effect => effect.Days);
            foreach (var day in trial.Dice.Some(Calendar.Days, 1))
            {
                var bound = new HappenedBound(day);
                var whole = FactDifferences
                    .Between(FactFold.Fold(before, null, bound).Facts, FactFold.Fold(after, null, bound).Facts)
                    .Select(change => change.Key)
                    .Where(key => !listed.Contains(key))
                    .Distinct()
                    .ToList();
                foreach (var key in whole)
                {
                    if (!effects.TryGetValue(key, out var days) || !days.Any(listedDay => listedDay <= day))
                        return $"{key} differs for acts up to {day}, and that is not said";
                }

                if (
                    effects.FirstOrDefault(effect => effect.Value.Contains(day) && !whole.Contains(effect.Key)) is
                    { Key: { } idle }
                )
                    return $"{idle} is said to differ for acts up to {day}, and does not";
            }

            return null;
        };

    private static Law HistoryBy(Func<NegotiationLog, Question, IEnumerable<FactChange>> historyOf) =>
        (trial, _) =>
        {
            var question = trial.Question with { KnownBy = null };
            var fast = historyOf(trial.History.AsRead, question)
                .ToLookup(change => change.Known, change => Line(change.Key, change.Before, change.After));
            IReadOnlyList<Fact> before = [];
            foreach (var time in Moments(trial.History))
            {
                var now = Answer.To(question with { KnownBy = time }, trial.History.AsRead).Facts;
                var whole = FactDifferences
                    .Between(before, now)
                    .Where(change =>
                        change.Before?.Value != change.After?.Value || change.Before?.Standing != change.After?.Standing
                    )
                    .Select(change => Line(change.Key, change.Before, change.After));
                if (!whole.SequenceEqual(fast[time]))
                    return $"at {time} by whole answers\n{string.Join('\n', whole)}\nby the "
                        + $"history\n{string.Join('\n', fast[time])}";
                before = now;
            }

            return null;
        };

    // At each time that anything names, and between them.
    private static IEnumerable<Instant> Moments(History history)
    {
        var times = history.KnownTimes.Concat(history.AsRead.TimesKnown).ToHashSet();
        return times
            .Concat(times.Select(time => time + Duration.FromMinutes(30)).Where((_, place) => place % 4 == 0))
            .Distinct()
            .Order();
    }

    private static IReadOnlyList<Fact> FactsAt(History history, Instant time) =>
        Answer.To(new Question(History.Negotiation, time), history.AsRead).Facts;

    private static string Line(string key, Fact? before, Fact? after) => $"{key}: {Line(before)} -> {Line(after)}";

    private static string Line(Fact? fact) =>
        fact is null
            ? "nothing"
            : $"{Product.Convert(fact).Line} because {string.Join(' ', fact.Because)} against "
                + $"{string.Join(' ', fact.Against)} corrections {string.Join(' ', fact.Corrections)} "
                + $"assumes {string.Join(' ', fact.Assumes)}";
}
