using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>Law 7 on the store: the facts that are kept ready are those of the fold.</summary>
public sealed class FactsKeptReady
{
    private static readonly int Histories = Math.Max(12, Trials.Count / 40);

    [Fact]
    public async Task At_every_point_of_the_clocks_of_random_histories()
    {
        for (var number = 0; number < Histories; number++)
        {
            var trial = Trials.At(number);
            await using var database = await TestDatabase.CreateWithStoreAsync();
            var store = await database.OpenStoreAsync();
            var (dice, asked) = (trial.Dice, store);
            // Asked now and then, so that it is caught up in parts, by one who knows what came before or by another.
            await RecordedHistory.AppendAsync(store, trial.History, async () =>
            {
                if (dice.Chance(20))
                    asked = await database.OpenStoreAsync();
                if (dice.Chance(50))
                    await AssertSameAsync(asked, trial.Question, number);
            });
            await AssertSameAsync(store, trial.Question, number);
            for (var more = 0; more < 8; more++)
            {
                var bound = new RecordedBound.AtPosition(dice.Between(1, trial.History.Log.Count));
                var question = RandomQuestion.To(trial.History, dice) with { RecordedBy = bound };
                await AssertSameAsync(store, question, number);
            }
        }
    }

    private static async Task AssertSameAsync(MartenEventStore store, Question question, int number)
    {
        var log = await store.ReadLogAsync(question.Negotiation, question.RecordedBy);
        if (log.Definition is null)
            return;
        var kept = await store.FindKeptAsync(question);
        Assert.NotNull(kept);
        var folded = Answer.To(question, log).Facts;
        Assert.True(
            folded.Count == kept.Facts.Count && folded.Zip(kept.Facts).All(pair => pair.First.IsSameAs(pair.Second)),
            $"NEGOTIATIONS_SEED={Trials.Seed}, case {number}, {question}: "
                + string.Join(
                    ", ",
                    folded
                        .Select(fact => fact.Key)
                        .Union(kept.Facts.Select(fact => fact.Key))
                        .Where(key =>
                            folded.FirstOrDefault(fact => fact.Key == key) is not { } fact
                            || kept.Facts.FirstOrDefault(other => other.Key == key) is not { } other
                            || !fact.IsSameAs(other)
                        )
                )
        );
        Assert.Equal(log.Settled, kept.Settled);
        var answer = Answer.To(question, log);
        Assert.Equal(AnswerJson.Write(answer), AnswerJson.Write((await store.FindStateAsync(question))!));
        foreach (var key in answer.Facts.Select(fact => fact.Key).Where((_, place) => place % 5 == 0))
            await AssertSameAsync(store, answer, log, key);
    }

    // One fact, with its reasons and how it came to be known, from no more than bears on it.
    private static async Task AssertSameAsync(MartenEventStore store, Answer answer, NegotiationLog log, string key)
    {
        var (part, read) = await store.AskAboutAsync(answer.Asked, key);
        Assert.Equal(BlameJson.Write(Blame.Trace(answer, log, key)), BlameJson.Write(Blame.Trace(part, read, key)));
        Assert.Equal(
            HistoryJson.Write(AnswerHistory.Trace(answer, log, key)),
            HistoryJson.Write(AnswerHistory.Trace(part, read, key))
        );
        Assert.Equal(
            AnswerJson.Write(answer.State.Select(key)),
            AnswerJson.Write(await store.ReadStateAsync(answer.Asked, key))
        );
    }
}
