using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Negotiations.Cli.Tests;

/// <summary>
/// Histories on the seeds, each a folder of data: nothing here knows what they are about. A moment of the record is the
/// position that an answer gave; nothing sets it.
/// </summary>
public class Scenarios(ITestOutputHelper output)
{
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Scenario.Root).Select(folder => Path.GetFileName(folder)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_answered_at_every_combination_of_clocks(string name)
    {
        var scenario = Scenario.Read(name);
        AssertComplete(scenario);
        using var folder = new ScenarioFolder(name);
        await using var store = await SampleStore.EmptyAsync();
        foreach (var edit in scenario.Before)
            folder.Edit(edit);
        await RunAsync(store, folder, new("replay seeds"));
        var moments = new List<RecordedMoment> { await RecordedMoment.NowAsync(store, scenario) };
        AssertExpected(scenario, moments);

        foreach (var step in scenario.Steps)
        {
            foreach (var edit in step.Edit)
                folder.Edit(edit);
            await RunAsync(store, folder, step);

            Assert.Equal(
                Enumerable.Range(1, (int)moments[^1].Position + step.Appends).Select(position => (long)position),
                await store.PositionsAsync()
            );
            if (step.Refused is null)
            {
                foreach (var earlier in moments)
                    Assert.Equal(earlier.Answers, (await earlier.AskAgainAsync(store, scenario)).Answers);
                moments.Add(await RecordedMoment.NowAsync(store, scenario));
                AssertExpected(scenario, moments);
            }
            else
            {
                Assert.Equal(moments[^1].Answers, (await RecordedMoment.NowAsync(store, scenario)).Answers);
            }

            Assert.Equal(0, (await store.RunAsync("replay", "--verify")).Code);
        }

        if (scenario.EndsAsTheSeeds)
            await AssertFactsOfSeedsAsync(scenario, moments[^1]);
    }

    private async Task RunAsync(SampleStore store, ScenarioFolder folder, ScenarioStep step)
    {
        var run = await store.RunAsync(folder.Arguments(step.Run));
        output.WriteLine($"{step.Run}\n{run.Output}{run.Error}");
        if (step.Refused is null)
            Assert.Equal((0, ""), (run.Code, run.Error));
        else
            Assert.True(
                run.Code != 0 && run.Error.Contains(step.Refused, StringComparison.Ordinal),
                $"not refused with '{step.Refused}': {run.Error}"
            );
    }

    // Every question has its row, and every row a state before the record and after each step that appends.
    private static void AssertComplete(Scenario scenario) => Assert.All(scenario.Facts.Values, fact =>
        {
            Assert.Equal(
                scenario.Questions.ToHashSet(),
                fact.Answers.Select(row => new ScenarioQuestion(row[0], row[1])).ToHashSet()
            );
            Assert.All(fact.Answers, row =>
                Assert.Equal(2 + 1 + scenario.Steps.Count(step => step.Refused is null), row.Count)
            );
            Assert.Equal(fact.States.Keys.Order(), fact.Answers.SelectMany(row => row.Skip(2)).Distinct().Order());
        });

    private static void AssertExpected(Scenario scenario, IReadOnlyList<RecordedMoment> moments)
    {
        foreach (var question in scenario.Questions)
        {
            var facts = moments[^1].Answers[question].ByKey;
            foreach (var (key, expected) in scenario.Facts)
            {
                var fact = facts.GetValueOrDefault(key);
                Assert.True(
                    expected.MatchStates(fact).SequenceEqual([expected.FindStates(question)[moments.Count - 1]!]),
                    $"{key}, {question}, after step {moments.Count - 1}: expected "
                        + $"'{expected.FindStates(question)[moments.Count - 1]}', is "
                        + $"{fact?.ToJsonString() ?? "not there"}"
                );
            }

            if (moments.Count > 1)
                AssertOthersUnchanged(scenario, moments[^2].Answers[question].ByKey, facts, question);
        }
    }

    private static void AssertOthersUnchanged(
        Scenario scenario,
        IReadOnlyDictionary<string, JsonNode> before,
        IReadOnlyDictionary<string, JsonNode> after,
        ScenarioQuestion question
    )
    {
        var changed = before
            .Keys.Union(after.Keys)
            .Where(key => !JsonNode.DeepEquals(before.GetValueOrDefault(key), after.GetValueOrDefault(key)));
        var unexpected = changed.Where(key =>
            !scenario.Facts.ContainsKey(key) && !scenario.AlsoChange.Any(pattern => Matches(pattern, key))
        );
        Assert.True(!unexpected.Any(), $"{question}: changed as well: {string.Join(", ", unexpected)}");
    }

    private static bool Matches(string pattern, string key) =>
        pattern.EndsWith('*') ? key.StartsWith(pattern[..^1], StringComparison.Ordinal) : key == pattern;

    // That they were corrected stays to be seen.
    private static async Task AssertFactsOfSeedsAsync(Scenario scenario, RecordedMoment last)
    {
        await using var store = await SampleStore.EmptyAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("tests/data/first-coding"))).Code);
        var seeds = await RecordedMoment.NowAsync(store, scenario);
        foreach (var question in scenario.Questions)
            Assert.Equal(WithoutFlags(seeds.Answers[question]), WithoutFlags(last.Answers[question]));
    }

    private static string WithoutFlags(RecordedAnswer answer)
    {
        var facts = JsonNode.Parse(answer.Facts)!;
        foreach (var fact in facts.AsArray())
            fact!.AsObject().Remove("flags");
        return facts.ToJsonString();
    }
}
