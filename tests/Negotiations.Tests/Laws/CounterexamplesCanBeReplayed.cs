namespace Negotiations.Tests.Laws;

/// <summary>What a failing law prints can be replayed, and shows the same failure.</summary>
public sealed class CounterexamplesCanBeReplayed
{
    public static TheoryData<string> Faults => [.. Broken.Keys];

    private static readonly Dictionary<string, (Law Law, AnswerFunction Faulty)> Broken = new()
    {
        ["an offer displacing a schedule"] = (
            AnswersAgreeWithTheOracle.SameAsTheOracle,
            new WithRules(new TheLastAlwaysDisplaces()).Answer
        ),
        ["versions by arrival"] = (TheOrderOfIntakeDoesNotMatter.SameInAnotherOrder, new VersionsByArrival().Answer),
        ["withdrawals from the future"] = (
            APublishersCorrectionCountsFromItsNotice.SameBeforeTheNotice,
            new UndosFromTheFuture().Answer
        ),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task From_the_printed_files(string fault)
    {
        var (law, faulty) = Broken[fault];
        var found = Trials.FirstBroken(trial => law(trial, faulty))
            ?? throw new InvalidOperationException($"'{fault}' is not found");
        var smallest = Shrinker.Smallest(Trials.At(found), trial => law(trial, faulty) is not null);
        var failure = law(smallest, faulty);
        Assert.NotNull(failure);

        var store = new InMemoryEventStore();
        foreach (var file in Counterexample.Parse(Counterexample.Format(smallest)))
            Assert.Null(await WrittenHistory.ReplayAsync(store, [file]));

        WrittenHistory.Same(smallest.History.Log, store.Log, fault);
        Assert.Equal(
            failure,
            law(smallest with { History = new([.. store.Log.Select(recorded => recorded.Event)]) }, faulty)
        );
    }
}
