using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 9: the difference between two answers, applied to the first, gives the second.</summary>
public sealed class TheDifferenceIsExact(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() =>
        new Trials(output).Hold(SameWhenApplied(FactDifferences.Between), Product.Answer);

    [Fact]
    public void Differences_only_of_values_are_found() =>
        new Trials(output).Find(
            "differences only of values",
            SameWhenApplied(
                (before, after) => [.. FactDifferences.Between(before, after).Where(change => change.IsOfValue)]
            ),
            Product.Answer
        );

    [Fact]
    public void Facts_that_do_not_go_are_found() =>
        new Trials(output).Find(
            "facts that do not go",
            SameWhenApplied(
                (before, after) => [.. FactDifferences.Between(before, after).Where(change => change.After is not null)]
            ),
            Product.Answer
        );

    private static Law SameWhenApplied(
        Func<IEnumerable<Fact>, IEnumerable<Fact>, IReadOnlyList<FactDifference<Fact>>> between
    ) =>
        (trial, _) =>
        {
            var dice = trial.Dice;
            var log = trial.History.Log;
            var start = 1 + log.Index().First(at => at.Item.Event is NegotiationDefined).Index;
            Answer At(Question question) =>
                Product.AnswerTo(
                    log,
                    question with
                    {
                        RecordedBy = new RecordedBound.AtPosition(dice.Between(start, log.Count)),
                    }
                );
            var first = At(trial.Question);
            var second = At(
                trial.Question with
                {
                    KnownBy = dice.Chance(50) ? dice.Pick(trial.History.KnownTimes) : null,
                }
            );
            foreach (var (before, after) in new[] { (first, second), (second, first) })
            {
                var applied = Written(
                    after with
                    {
                        Facts = FactDifferences.Apply(before.Facts, between(before.Facts, after.Facts)),
                    }
                );
                if (applied != Written(after))
                    return $"the second answer\n{Written(after)}\napplied to the first\n{applied}";
                var none = between(after.Facts, after.Facts);
                if (none.Count > 0)
                    return $"an answer differs from itself in {string.Join(", ", none.Select(change => change.Key))}";
            }

            return null;
        };

    private static string Written(Answer answer) => AnswerJson.Write(answer);
}
