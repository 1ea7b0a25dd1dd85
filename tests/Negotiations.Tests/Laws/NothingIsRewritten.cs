using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 2: an answer with a bound on the record clock never changes, whatever is recorded later.</summary>
public sealed class NothingIsRewritten(ITestOutputHelper output)
{
    [Fact]
    public void By_what_is_recorded_later_on_random_histories() => new Trials(output).Hold(SameForEver, Product.Answer);

    [Fact]
    public void A_definition_from_later_is_found() =>
        new Trials(output).Find("a definition from later", SameForEver, new TheLatestDefinition().Answer);

    [Fact]
    public void Reports_that_came_later_than_their_article_are_found() =>
        new Trials(output).Find("reports that came later than their article", SameForEver, new WholeArticles().Answer);

    [Fact]
    public void Corrections_that_came_later_are_found() =>
        new Trials(output).Find("corrections that came later", SameForEver, new CorrectionsFromLater().Answer);

    internal static string? SameForEver(Trial trial, AnswerFunction answering)
    {
        // The last that is recorded changes where days begin and end.
        var log = new History([.. trial.History.Intake, Definitions.InZone("America/New_York")]).Log;
        var dice = trial.Dice;
        // Bounded by a position or by the time at which it was recorded, asked at once and after each of some later
        // appends.
        var last = log[dice.Below(log.Count)];
        var then = log.Take((int)last.Position).ToList();
        var now = answering(then, trial.Question).Whole;
        foreach (
            var bound in new RecordedBound[]
            {
                new RecordedBound.AtPosition(last.Position),
                new RecordedBound.AtTime(last.RecordedAt),
            }
        )
        {
            var question = trial.Question with { RecordedBy = bound };
            foreach (var length in new[] { then.Count, dice.Between(then.Count, log.Count), log.Count })
            {
                var later = answering([.. log.Take(length)], question).Whole;
                if (later != now)
                    return $"what was recorded up to {length} changed the answer at {last.Position}\nfrom "
                        + $"{now}\nto   {later}";
            }
        }

        return null;
    }
}
