using Negotiations.Coding;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// What is left of a random history after an erasure can be written as coded files, and these give the same facts.
/// </summary>
public sealed class ErasedHistoriesAsCodedFiles(ITestOutputHelper output)
{
    private const int Count = 60;

    [Fact]
    public async Task Replayed_in_steps_give_the_same_facts()
    {
        var shortened = 0;
        for (var number = 0; number < Count; number++)
        {
            var trial = Trials.At(number);
            var log = Erased(trial);
            var standing = RedactedLog.From(log);
            shortened += standing.Shortened.Count;
            // Without the correction of a time that put them right, versions can contradict each other: nothing can
            // take that in.
            if (standing.Log.Timeline.Versions.Any(version => VersionRules.Refuse(standing.Log, version) is not null))
                continue;

            var store = new InMemoryEventStore();
            foreach (var step in WrittenFile.InSteps(log))
                Assert.Null(await WrittenHistory.ReplayAsync(store, [step]));

            var question = trial.Question with { RecordedBy = null };
            Assert.Equal(FormatLines(standing.Log.Events, question), FormatLines(store.Log, question));
        }

        output.WriteLine($"NEGOTIATIONS_SEED={Trials.Seed}: {shortened} events had named what was erased");
        Assert.NotEqual(0, shortened);
    }

    // A report that others name as the one before them, where there is one.
    private static NegotiationLog Erased(Trial trial)
    {
        var history = trial.History;
        var before = history
            .Reports.SelectMany(report => (report.PrecededBy ?? []).Select(id => (report.Article, report.Version, id)))
            .ToHashSet();
        var candidates = history
            .Log.Where(recorded =>
                recorded.Event is Report report && before.Contains((report.Article, report.Version, report.Id))
            )
            .ToList();
        if (candidates.Count == 0)
            candidates = [.. history.Log.Where(recorded => recorded.Event is Report or Correction)];
        var events = SampleErasure.In(
            history.Log,
            ErasurePlan.Create(history.AsRead, candidates[trial.Dice.Below(candidates.Count)])
        );
        return new(new(events.Count, events[^1].RecordedAt), events);
    }

    private static string FormatLines(IReadOnlyList<RecordedEvent> log, Question question) =>
        string.Join('\n', Product.Answer(log, question).Facts.Select(fact => fact.Line));
}
