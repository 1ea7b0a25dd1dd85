using Negotiations.Coding;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>A random history can be written as coded files, and these give it again.</summary>
public sealed class HistoriesAsCodedFiles(ITestOutputHelper output)
{
    [Fact]
    public async Task Replayed_in_steps_give_the_same_log()
    {
        for (var number = 0; number < 30; number++)
        {
            var log = Trials.At(number).History.Log;
            var store = new InMemoryEventStore();
            foreach (var step in WrittenFile.InSteps(Trials.At(number).History.AsRead))
                Assert.Null(await WrittenHistory.ReplayAsync(store, [step]));

            WrittenHistory.Same(log, store.Log, $"NEGOTIATIONS_SEED={Trials.Seed}, case {number}");
        }
    }

    [Fact]
    public async Task Read_give_the_same_events_of_articles()
    {
        for (var number = 0; number < 400; number++)
        {
            var history = Trials.At(number).History;
            var read = await WrittenHistory.ReadAsync(WrittenFile.WriteAll(history.AsRead));

            WrittenHistory.Same(
                history
                    .Log.Where(recorded => recorded.Event is not NegotiationDefined)
                    .OrderBy(recorded => recorded.Id),
                read.OrderBy(recorded => recorded.Id),
                $"NEGOTIATIONS_SEED={Trials.Seed}, case {number}"
            );
        }
    }

    [Fact]
    public async Task Replayed_as_one_folder_mostly_give_the_same_answers()
    {
        var (refused, count) = (0, 60);
        for (var number = 0; number < count; number++)
        {
            var trial = Trials.At(number);
            var store = new InMemoryEventStore();
            if (await WrittenHistory.ReplayAsync(store, WrittenFile.WriteAll(trial.History.AsRead)) is { } refusal)
            {
                output.WriteLine($"case {number}: {refusal}");
                refused++;
                continue;
            }

            Assert.Equal(
                Product.Answer(trial.History.Log, trial.Question).Whole,
                Product.Answer(store.Log, trial.Question).Whole
            );
        }

        output.WriteLine($"NEGOTIATIONS_SEED={Trials.Seed}: {refused} of {count} folders are refused");
        Assert.True(refused < count / 4);
    }
}
