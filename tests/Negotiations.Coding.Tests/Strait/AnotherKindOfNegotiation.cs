namespace Negotiations.Coding.Tests;

/// <summary>An invented treaty goes through without bending: issues, a mediator, outcomes and denials.</summary>
public class AnotherKindOfNegotiation
{
    [Fact]
    public async Task Is_replayed_fits_its_texts_and_gives_no_cause_for_a_warning()
    {
        var store = new InMemoryEventStore();

        var result = await Replay.RunAsync(store, [Strait.Folder], Strait.Texts);

        Assert.Empty(result.Differences);
        Assert.Empty(result.Warnings);
        Assert.Equal(
            ["strait", "messenger-2032-03-12", "telegraph-2032-03-14", "messenger-2032-04-02", "telegraph-2032-05-10"],
            result.Steps.Select(step => step.Name)
        );
        Assert.All(result.Steps, step => Assert.True(step.Appended > 0));
        Assert.All((await store.ReadLogAsync(Strait.Id, recordedBy: null)).VersionsKnownBy(null), version =>
            Assert.Equal(version.Text.Sha256, Strait.Texts.Find(version)!.Identity().Sha256)
        );
    }

    [Fact]
    public async Task Adds_nothing_when_it_is_replayed_again()
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Strait.Folder]);
        var before = store.Log.ToList();

        var result = await Replay.RunAsync(store, [Strait.Folder], Strait.Texts);

        Assert.All(result.Steps, step => Assert.Equal(0, step.Appended));
        Assert.Equal(before, store.Log);
    }

    [Fact]
    public async Task Every_position_bears_on_an_issue() =>
        Assert.Empty((await Strait.AskAsync()).Positions.WithoutIssue);

    [Fact]
    public async Task Every_value_has_its_reasons() =>
        Assert.All((await Strait.AskAsync()).Answer.Facts, fact => Assert.NotEmpty(fact.Because));
}
