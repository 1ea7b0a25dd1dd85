namespace Negotiations.Cli.Tests;

public class WordsOfAnswers
{
    private static readonly string Article = StraitTalks.AssumedArticle(
        "port-post",
        "2031-03-30",
        StraitTalks.Report(
            "held-in-march",
            "TalksHeld",
            """
            actor: null
            round: spring
            details: { parties: [Norland, Suderland], venue: Sund }
            modality: asserted
            happened: 2031-03
            """
        ),
        StraitTalks.Report(
            "will-send",
            "DelegationDispatched",
            """
            actor: Norland
            round: round-9
            details: { delegationSide: Norland, destination: Sund }
            chain: [{ name: Norland, kind: institution, implied: it says so }]
            modality: planned
            happened: 2031-03-30
            """
        ),
        StraitTalks.Report(
            "has-sent",
            "DelegationDispatched",
            """
            actor: Suderland
            round: round-9
            details: { delegationSide: Suderland, destination: Sund }
            chain: [{ name: Suderland, kind: institution, implied: it says so }]
            modality: asserted
            happened: 2031-03-30
            """
        ),
        StraitTalks.Report(
            "kell-may-come",
            "AttendancePossible",
            """
            actor: Brana Kell
            round: spring
            details: { person: Brana Kell, event: talks }
            chain: [{ name: Brana Kell, kind: person, implied: she says so }]
            modality: possible
            happened: 2031-03-01
            """
        ),
        StraitTalks.Report(
            "had-demanded",
            "PreconditionSet",
            """
            actor: Suderland
            round: spring
            ended: true
            details: { conditionKind: other, condition: an end of the blockade, blocks: talks }
            chain: [{ name: Suderland, kind: institution, implied: it says so }]
            modality: asserted
            happened: 2031-02
            lookingBack: true
            """
        )
    );

    [Fact]
    public async Task A_date_is_no_more_precise_in_words_than_it_is()
    {
        await using var store = await StraitTalks.ReplayAsync(Article);

        var run = await store.RunAsync("state", "strait", "round/date", "--format", "markdown");

        Assert.Contains("**Date**: in March 2031", run.Output);
        Assert.DoesNotContain("on March", run.Output);
    }

    [Fact]
    public async Task What_is_only_planned_is_not_on_its_way()
    {
        await using var store = await StraitTalks.ReplayAsync(Article);

        var run = await store.RunAsync("state", "strait", "round-9/delegation", "--format", "markdown");

        Assert.Contains("**Norland, sending**: planned", run.Output);
        Assert.Contains("**Suderland, on its way**: dispatched", run.Output);
    }

    [Fact]
    public async Task What_has_ended_or_was_overtaken_says_so_in_words()
    {
        await using var store = await StraitTalks.ReplayAsync(Article);

        var run = await store.RunAsync("state", "strait", "spring", "--format", "markdown");

        Assert.Contains("; overtaken by the round", run.Output);
        Assert.Contains("; no longer in force", run.Output);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("reports")]
    [InlineData("history")]
    [InlineData("blame")]
    [InlineData("diff", "--from", "2031-03-01", "--to", "2031-04-01")]
    public async Task A_time_that_is_assumed_says_so_wherever_it_is_shown(string verb, params string[] options)
    {
        await using var store = await StraitTalks.ReplayAsync(Article);

        foreach (var format in new[] { "text", "markdown" })
        {
            var run = await store.RunAsync([verb, "strait", .. options, "--format", format]);

            var shown = run.Output.Split("30 March 2031, 12:00");
            Assert.True(shown.Length > 1, $"{verb} shows no time");
            Assert.All(shown.Skip(1), after => Assert.StartsWith("(assumed)", after.TrimStart()));
        }
    }

    [Fact]
    public async Task Rounds_without_a_date_stand_by_when_they_were_last_known()
    {
        await using var store = await StraitTalks.ReplayAsync(
            StraitTalks.Article("port-post", "2031-04-01", Offer("ninth", "round-9"), Offer("in-spring", "spring")),
            StraitTalks.Article("sund-mail", "2031-05-01", Offer("tenth", "round-10"))
        );

        var run = await store.RunAsync("state", "strait", "--format", "markdown");

        Assert.Equal(
            ["## Tenth round", "## Ninth round", "## Talks of March 2031"],
            run.Output.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))
        );
    }

    private static string Offer(string id, string round) =>
        StraitTalks.Report(
            id,
            "TalksUrged",
            $$"""
            actor: Ostland
            round: {{round}}
            details: { urgedAction: talk }
            chain: [{ name: Ostland, kind: institution, implied: it says so }]
            modality: asserted
            """
        );
}
