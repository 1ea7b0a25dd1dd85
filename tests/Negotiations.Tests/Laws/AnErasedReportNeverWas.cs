using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// What is erased is, at every bound on the known and the record clock, as if it had never been there, with what names
/// only it.
/// </summary>
public sealed class AnErasedReportNeverWas(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(SameWithoutTheReport, Product.Answer);

    [Fact]
    public void Erasures_that_count_only_from_their_own_position_are_found() =>
        new Trials(output).Find("erasures that count only from their position", SameWithoutTheReport, (log, question) =>
            Product.Answer(log.Any(recorded => recorded.Event is PayloadErased) ? log : Restored(log), question)
        );

    [Fact]
    public void Erased_reports_that_still_assert_what_they_said_are_found() =>
        new Trials(output).Find("erased reports that still assert", SameWithoutTheReport, (log, question) =>
            Product.Answer(Restored(log), question)
        );

    [Fact]
    public void Every_answer_counts_what_was_erased() =>
        new Trials(output).Hold(trial =>
        {
            foreach (var (_, events, erased) in Erasures(trial))
            {
                foreach (var position in new[] { events.Count, 1 + trial.Dice.Below(events.Count) })
                {
                    var log = new NegotiationLog(
                        new(position, events[position - 1].RecordedAt),
                        [.. events.Take(position)]
                    );
                    if (log.Definition is null)
                        continue;
                    var expected = events.Take(position).Count(recorded => erased.Contains(recorded.Id));
                    if (Answer.To(trial.Question with { RecordedBy = null }, log).Erased != expected)
                        return $"not {expected} at position {position}";
                }
            }

            return null;
        });

    private static string? SameWithoutTheReport(Trial trial, AnswerFunction answering)
    {
        foreach (var (report, events, erased) in Erasures(trial))
        {
            var dice = trial.Dice;
            var questions = new[]
            {
                trial.Question.KnownBy,
                dice.Chance(50) ? null : trial.History.KnownTimes[dice.Below(trial.History.KnownTimes.Count)],
            }.Select(knownBy => trial.Question with { KnownBy = knownBy, RecordedBy = null });
            foreach (var question in questions)
            {
                foreach (var position in new[] { events.Count, 1 + dice.Below(trial.History.Log.Count) })
                {
                    var before = trial.History.Intake.Take(position).ToList();
                    if (!before.OfType<NegotiationDefined>().Any())
                        continue;
                    var without = answering(
                        new History(
                            RecordedPlaces.Without(before, before.Where(@event => ReferenceEquals(@event, report)))
                        ).Log,
                        question
                    );
                    var after = answering([.. events.Take(position)], question);
                    if (FormatLines(after) != FormatLines(without))
                        return $"{report.Article}@{report.Version}#{report.Id} erased, position {position}, "
                            + $"known by {question.KnownBy}\n{FormatLines(after)}\nnever "
                            + $"there\n{FormatLines(without)}";
                }
            }
        }

        return null;
    }

    private static IEnumerable<(
        Report Report,
        IReadOnlyList<RecordedEvent> Events,
        IReadOnlySet<Guid> Erased
    )> Erasures(Trial trial)
    {
        foreach (var report in trial.Dice.Some(trial.History.Reports, 1))
        {
            whole = trial.History.Log;
            var plan = ErasurePlan.Create(
                trial.History.AsRead,
                trial.History.Log.First(recorded => ReferenceEquals(recorded.Event, report))
            );
            yield return (
                report,
                SampleErasure.In(trial.History.Log, plan),
                plan.Events.Select(recorded => recorded.Id).ToHashSet()
            );
        }
    }

    // What a planted fault still knows.
    [ThreadStatic]
    private static IReadOnlyList<RecordedEvent>? whole;

    private static IReadOnlyList<RecordedEvent> Restored(IReadOnlyList<RecordedEvent> log) =>
        [.. log.Select(recorded => recorded.Event.Erased ? whole!.First(was => was.Id == recorded.Id) : recorded)];

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
