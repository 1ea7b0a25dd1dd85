using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 6: a publisher's correction, or the withdrawal of a notice, changes nothing before its publication.
/// </summary>
public sealed class APublishersCorrectionCountsFromItsNotice(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(SameBeforeTheNotice, Product.Answer);

    [Fact]
    public void Notices_from_the_future_are_found() =>
        new Trials(output).Find("notices from the future", SameBeforeTheNotice, new NoticesFromTheFuture().Answer);

    [Fact]
    public void Withdrawals_from_the_future_are_found() =>
        new Trials(output).Find("withdrawals from the future", SameBeforeTheNotice, new UndosFromTheFuture().Answer);

    internal static string? SameBeforeTheNotice(Trial trial, AnswerFunction answering)
    {
        var history = trial.History;
        var plain = new PlainCorrections(history.Log);
        foreach (
            var notice in trial.Dice.Some(
                history.Log.Where(recorded => recorded.Event is Correction { By: CorrectionBy.Publisher }),
                1
            )
        )
        {
            var time = plain.FindNoticeTime(notice.Id);
            var without = new History(RecordedPlaces.Without(history.Intake, [notice.Event])).Log;
            // Just before, and at a time before that.
            foreach (
                var knownBy in new[]
                {
                    time - Duration.FromNanoseconds(1000),
                    trial.Dice.Pick(history.KnownTimes),
                }.Where(known => known < time)
            )
            {
                var question = trial.Question with { KnownBy = knownBy };
                var (before, after) = (answering(without, question).Whole, answering(history.Log, question).Whole);
                if (before != after)
                    return $"{((Correction)notice.Event).Id} of {time} changed the answer at {knownBy}\nfrom "
                        + $"{before}\nto   {after}";
            }
        }

        return null;
    }
}
