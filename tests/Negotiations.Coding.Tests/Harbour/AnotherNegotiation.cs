using NodaTime;
using NodaTime.Text;

namespace Negotiations.Coding.Tests;

/// <summary>
/// An invented labour dispute goes through everything; the program knows as little of it as of any other negotiation.
/// </summary>
public class AnotherNegotiation
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];

    [Fact]
    public async Task Is_replayed_and_fits_its_texts()
    {
        var store = new InMemoryEventStore();

        var result = await Replay.RunAsync(store, [Harbour.Folder], Harbour.Texts);

        Assert.Empty(result.Differences);
        Assert.Equal(
            ["harbour", "courier-2031-04-02", "lantern-mail-2031-04-05", "quayside-record-2031-04-07"],
            result.Steps.Select(step => step.Name)
        );
        Assert.All(result.Steps, step => Assert.True(step.Appended > 0));
        Assert.All((await store.ReadLogAsync(Harbour.Id, recordedBy: null)).VersionsKnownBy(null), version =>
            Assert.Equal(version.Text.Sha256, Harbour.Texts.Find(version)!.Identity().Sha256)
        );
    }

    [Fact]
    public async Task Adds_nothing_when_it_is_replayed_again()
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Harbour.Folder]);
        var before = store.Log.ToList();

        var result = await Replay.RunAsync(store, [Harbour.Folder], Harbour.Texts);

        Assert.All(result.Steps, step => Assert.Equal(0, step.Appended));
        Assert.Equal(before, store.Log);
    }

    [Theory]
    // "He would lead the company's side himself" – "declined to say which of the two was true" – "did not appear"
    [InlineData("2031-04-02", "2031-04/attendance/odric-fennimoor", "confirmed", Standing.Own)]
    [InlineData("2031-04-05", "2031-04/attendance/odric-fennimoor", "unconfirmed", Standing.Own)]
    [InlineData("2031-04-07", "2031-04/attendance/odric-fennimoor", "declined", Standing.Observed)]
    // The first session: announced for Friday, put off to Monday, held
    [InlineData("2031-04-02", "2031-04/round/status", "scheduled", Standing.Own)]
    [InlineData("2031-04-05", "2031-04/round/status", "postponed", Standing.Own)]
    [InlineData("2031-04-07", "2031-04/round/status", "held", Standing.Observed)]
    // Two people familiar with the plans confirm nothing
    [InlineData("2031-04-02", "2031-04/attendance/tessaly-vorrimund", null, null)]
    [InlineData("2031-04-05", "2031-04/attendance/tessaly-vorrimund", "reported", Standing.Other)]
    // One delegate stands in Georgian script in the text
    [InlineData("2031-04-02", "2031-04/attendance/naia-veldari", "confirmed", Standing.Own)]
    // Who proposed which pause, and who took it
    [InlineData("2031-04-05", "2031-04/ceasefire/answer/tidewell", "rejected", Standing.Own)]
    [InlineData("2031-04-05", "2031-04/ceasefire/answer/dockers-union", null, null)]
    [InlineData("2031-04-07", "2031-04/ceasefire/answer/dockers-union", "accepted", null)]
    // The round of the year before stays where it belongs
    [InlineData("2031-04-02", "2030/round/status", "held", null)]
    public async Task Has_these_answers(string knownBy, string key, string? status, Standing? standing)
    {
        var fact = (await AskAsync(knownBy)).Facts.SingleOrDefault(fact => fact.Key == key);

        Assert.Equal(status, fact?.Value.Status);
        if (standing is not null)
            Assert.Equal(standing, fact!.Standing);
    }

    [Fact]
    public async Task Keeps_what_the_absent_chief_executive_had_said_himself_beside_it_and_disputes_nothing()
    {
        var fact = (await AskAsync("2031-04-07")).Facts.Single(fact =>
            fact.Key == "2031-04/attendance/odric-fennimoor"
        );

        Assert.False(fact.Disputed);
        Assert.NotEmpty(fact.Against);
    }

    [Fact]
    public async Task Dates_the_session_by_the_day_on_which_it_was_held()
    {
        var facts = (await AskAsync("2031-04-07")).Facts;

        Assert.Equal("""{"date":"2031-04-07"}""", facts.Single(fact => fact.Key == "2031-04/round/date").Value.Json);
        Assert.Equal(
            """{"name":"tessaly-vorrimund"}""",
            facts.Single(fact => fact.Key == "2031-04/delegation/tidewell/head").Value.Json
        );
    }

    [Fact]
    public async Task Knows_nothing_before_the_first_article()
    {
        var answer = await AskAsync("2031-04-01");

        Assert.Empty(answer.Facts);
        Assert.Equal(0, answer.Articles);
    }

    private static async Task<Answer> AskAsync(string knownBy)
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Harbour.Folder]);
        return await store.AnswerAsync(
            new Question(Harbour.Id, KnownBy: Bound.EndOfDay(LocalDatePattern.Iso.Parse(knownBy).Value, Zone))
        );
    }
}
