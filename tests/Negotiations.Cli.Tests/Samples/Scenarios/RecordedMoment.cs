namespace Negotiations.Cli.Tests;

/// <summary>What a store answered at a position of its record, to every question of a scenario.</summary>
/// <param name="Position">The position: that of the last event when it was asked.</param>
/// <param name="Answers">The answers as text, with the question that each asks.</param>
public sealed record RecordedMoment(long Position, IReadOnlyDictionary<ScenarioQuestion, RecordedAnswer> Answers)
{
    /// <summary>Asks now: of the moment that this is, nothing but what the store says is taken.</summary>
    public static async Task<RecordedMoment> NowAsync(SampleStore store, Scenario scenario) =>
        await AskAsync(store, scenario, null);

    /// <summary>Asks the same questions again, with this position as the bound of the record clock.</summary>
    public Task<RecordedMoment> AskAgainAsync(SampleStore store, Scenario scenario) =>
        AskAsync(store, scenario, Position.ToString());

    private static async Task<RecordedMoment> AskAsync(SampleStore store, Scenario scenario, string? recordedBy)
    {
        string[] bound = recordedBy is null ? [] : ["--recorded-by", recordedBy];
        var answers = await Task.WhenAll(
            scenario.Questions.Select(question =>
                Task.Run(async () =>
                {
                    var run = await store.RunAsync([
                        "state",
                        scenario.Talks,
                        .. question.Arguments,
                        .. bound,
                        "--format",
                        "json",
                    ]);
                    Assert.Equal((0, ""), (run.Code, run.Error));
                    return (Question: question, Answer: RecordedAnswer.Parse(run.Output));
                })
            )
        );
        return new(
            answers.Select(asked => asked.Answer.Position).Distinct().Single(),
            answers.ToDictionary(asked => asked.Question, asked => asked.Answer)
        );
    }
}
