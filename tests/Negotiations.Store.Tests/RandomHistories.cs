using Negotiations.Coding;
using Negotiations.Tests.Laws;
using Xunit.Abstractions;

namespace Negotiations.Store.Tests;

/// <summary>The laws, on random histories in the store itself.</summary>
/// <remarks>The environment variable <c>NEGOTIATIONS_SEED</c> repeats a run.</remarks>
public sealed class RandomHistories(ITestOutputHelper output)
{
    private const int Cases = 6;

    [Fact]
    public Task Answers_are_those_of_the_oracle() =>
        ForEachAsync(
            async (store, trial, _) =>
            {
                await RecordedHistory.AppendAsync(store, trial.History);

                var answer = Product.Convert(await store.AnswerAsync(trial.Question));
                WrittenHistory.Same(trial.History.Log, await ReadAsync(store), "the log");
                Assert.Null(AnswersAgreeWithTheOracle.SameAsTheOracle(trial, (_, _) => answer));
                Assert.Empty((await StoreVerification.VerifyAsync(store, History.Negotiation)).Faults);
            }
        );

    [Fact]
    public Task An_answer_with_a_bound_on_the_record_never_changes() =>
        ForEachAsync(
            async (store, trial, _) =>
            {
                var answers = new List<(Question Question, string Whole)>();
                await RecordedHistory.AppendAsync(store, trial.History, async () =>
                {
                    var settled = await store.ReadPositionAsync();
                    foreach (
                        var bound in new RecordedBound[]
                        {
                            new RecordedBound.AtPosition(settled.Position),
                            new RecordedBound.AtTime(settled.At!.Value),
                        }
                    )
                    {
                        var question = trial.Question with { RecordedBy = bound };
                        answers.Add((question, AnswerJson.Write(await store.AnswerAsync(question))));
                    }
                });

                Assert.NotEmpty(answers);
                foreach (var (question, whole) in answers)
                    Assert.Equal(whole, AnswerJson.Write(await store.AnswerAsync(question)));
            }
        );

    [Fact]
    public Task Replaying_the_same_file_again_adds_nothing() =>
        ForEachAsync(
            async (store, trial, _) =>
            {
                foreach (var step in WrittenFile.InSteps(trial.History.AsRead))
                {
                    Assert.Null(await WrittenHistory.ReplayAsync(store, [step]));
                    var settled = await store.ReadPositionAsync();
                    Assert.Null(await WrittenHistory.ReplayAsync(store, [step]));
                    Assert.Equal(settled, await store.ReadPositionAsync());
                }

                WrittenHistory.Same(trial.History.Log, await ReadAsync(store), "the log");
            }
        );

    [Fact]
    public Task The_chain_is_whole_and_an_erasure_leaves_it_so() =>
        ForEachAsync(
            async (store, trial, database) =>
            {
                await RecordedHistory.AppendAsync(store, trial.History);
                var recorded = await MartenEventStore.OpenExistingAsync(database.DataSource);
                var erased = trial.Dice.Pick([.. trial.History.Log.Where(one => one.Event is Report)]);
                var plan = ErasurePlan.Create(await store.ReadLogAsync(History.Negotiation, recordedBy: null), erased);

                await recorded.EraseAsync(erased.Stream, plan.ExpectedVersion, plan.By("the officer", "a request"));

                await foreach (var fault in recorded.CheckChainAsync())
                    Assert.Fail(fault.ToString());
                Assert.Empty((await StoreVerification.VerifyAsync(store, History.Negotiation)).Faults);
                Assert.Equal(plan.Events.Count, (await store.AnswerAsync(new Question(History.Negotiation))).Erased);
            }
        );

    private static async Task<IReadOnlyList<RecordedEvent>> ReadAsync(IEventStore store) =>
        (await store.ReadLogAsync(History.Negotiation, recordedBy: null)).Events;

    private async Task ForEachAsync(Func<IEventStore, Trial, TestDatabase, Task> hold)
    {
        output.WriteLine($"NEGOTIATIONS_SEED={Trials.Seed}, {Cases} cases");
        for (var number = 0; number < Cases; number++)
        {
            await using var database = await TestDatabase.CreateWithStoreAsync();
            await hold(await database.OpenStoreAsync(), Trials.At(number), database);
        }
    }
}
