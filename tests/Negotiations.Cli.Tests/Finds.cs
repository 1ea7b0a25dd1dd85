using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class Finds
{
    private static readonly string Early = StraitTalks.Article(
        "port-post",
        "2031-03-10",
        StraitTalks.Report(
            "kell-comes",
            "AttendanceConfirmed",
            """
            actor: Brana Kell
            round: spring
            details: { person: Brana Kell, event: talks, confirmedBy: null }
            chain: [{ name: Brana Kell, kind: person, implied: she says so }]
            modality: asserted
            happened: 2031-03-10
            """
        ),
        StraitTalks.Report(
            "talks-held",
            "TalksHeld",
            """
            actor: null
            round: spring
            details: { parties: [Norland, Suderland], venue: Sund }
            modality: asserted
            happened: 2031-03
            lookingBack: true
            """
        ),
        StraitTalks.Report(
            "both-urge-talks",
            "TalksUrged",
            """
            actor: [Norland, Ostland]
            target: Suderland
            round: spring
            issue: prisoners
            details: { urgedAction: come back to the table }
            chain: [{ name: Norland, kind: institution, implied: a joint statement }]
            modality: asserted
            happened: 2031-03-10
            """,
            "Norland and Ostland urge Suderland to return."
        ),
        StraitTalks.Report(
            "marsk-refuses",
            "PositionStated",
            """
            actor: Odo Marsk
            round: spring
            issue: enrichment
            details: { topic: enrichment, position: none at all, stance: opposes }
            chain: [{ name: Odo Marsk, kind: person, implied: he says so }]
            modality: asserted
            happened: 2031-03-10
            """,
            "Marsk wants no enrichment."
        )
    );

    private static readonly string Late = StraitTalks.Article(
        "sund-mail",
        "2031-03-20",
        StraitTalks.Report(
            "tarn-declines",
            "AttendanceDeclined",
            """
            actor: Ivo Tarn
            written: the tall envoy
            round: round-9
            details: { person: Ivo Tarn, event: talks, kind: announced }
            chain: [{ name: Ivo Tarn, kind: person, implied: he says so }]
            modality: asserted
            happened: 2031-03-20
            """
        )
    );

    [Theory]
    [InlineData("attendance", "spring/attendance/brana-kell")]
    [InlineData("spring/att", "spring/attendance/brana-kell")]
    [InlineData("brana-kell", "spring/attendance/brana-kell")]
    [InlineData("Ms Kell", "spring/attendance/brana-kell")]
    [InlineData("attendance/ivo-tarn", "round-9/attendance/ivo-tarn")]
    [InlineData("position/suderland", "spring/position/suderland/enrichment")]
    public async Task A_fact_is_found_by_any_part_of_its_key_and_by_a_name(string part, string expected)
    {
        await using var store = await StraitTalks.ReplayAsync(Early, Late);

        foreach (var verb in new[] { "state", "blame", "history" })
        {
            var run = await store.RunAsync(verb, "strait", part);

            Assert.Equal((0, ""), (run.Code, run.Error));
            Assert.Contains(expected, run.Output);
            Assert.DoesNotContain("spring/round/status", run.Output);
        }
    }

    [Theory]
    [InlineData("--actor", "Kell", "spring/attendance/brana-kell")]
    [InlineData("--actor", "Ostland", "spring/urging/both-urge-talks")]
    [InlineData("--actor", "norland", "spring/urging/both-urge-talks")]
    [InlineData("--side", "Ostland", "spring/urging/both-urge-talks")]
    [InlineData("--side", "Norland", "spring/attendance/brana-kell")]
    [InlineData("--issue", "centrifuges", "spring/position/suderland/enrichment")]
    [InlineData("--text", "table BACK", "spring/urging/both-urge-talks")]
    [InlineData("--text", "defence minister enrichment", "spring/position/suderland/enrichment")]
    public async Task A_fact_is_found_by_who_on_what_and_by_words(string option, string value, string expected)
    {
        await using var store = await StraitTalks.ReplayAsync(Early, Late);

        var json = await store.RunAsync("state", "strait", option, value, "--format", "json");
        var text = await store.RunAsync("state", "strait", option, value);

        Assert.Contains(expected, Keys(json));
        Assert.DoesNotContain("spring/round/date", Keys(json));
        Assert.Contains($"    {expected}\n", text.Output);
    }

    [Fact]
    public async Task What_was_looked_for_is_shown_whole_and_with_its_key()
    {
        await using var store = await StraitTalks.ReplayAsync(Early);

        var all = await store.RunAsync("state", "strait");
        var found = await store.RunAsync("state", "strait", "--issue", "prisoners");

        Assert.Contains("1 × urging", all.Output);
        Assert.Contains("    spring/attendance/brana-kell\n", all.Output);
        Assert.DoesNotContain("×", found.Output);
        Assert.Matches("Norland and Ostland → +come back", found.Output);
    }

    [Fact]
    public async Task What_a_filter_leaves_out_is_not_called_unknown()
    {
        await using var store = await StraitTalks.ReplayAsync(Early);

        var round = await store.RunAsync("state", "strait", "spring/round");
        var delegations = await store.RunAsync("state", "strait", "spring/delegation");
        var one = await store.RunAsync("state", "strait", "delegation/norland");
        var whole = await store.RunAsync("state", "strait");

        Assert.DoesNotContain("unknown", round.Output);
        Assert.DoesNotContain("Delegations", round.Output);
        Assert.Matches("Norland +unknown", delegations.Output);
        Assert.DoesNotContain("Nothing known", delegations.Output);
        Assert.Matches("Norland +unknown", one.Output);
        Assert.DoesNotMatch("Suderland +unknown", one.Output);
        Assert.Matches("Suderland +unknown", whole.Output);
    }

    [Theory]
    [InlineData("state", "round-9")]
    [InlineData("state", "round-9/attendance")]
    [InlineData("state", "round-9/attendance/ivo-tarn")]
    [InlineData("blame", "round-9/attendance/ivo-tarn")]
    [InlineData("history", "round-9/attendance/ivo-tarn")]
    [InlineData("state", "round-9/offer/nobody-knows-it-yet")]
    [InlineData("state", "--actor", "Ivo Tarn")]
    [InlineData("reports", "--actor", "Ivo Tarn")]
    [InlineData("reports", "--round", "round-10")]
    public async Task A_known_name_of_which_nothing_was_known_by_then_is_an_answer(string verb, params string[] what)
    {
        await using var store = await StraitTalks.ReplayAsync(Early, Late);

        var run = await store.RunAsync([verb, "strait", .. what, "--known-by", "2031-03-15"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Nothing known by then.", run.Output);
    }

    [Theory]
    [InlineData("state", "Marsk", "'Marsk' in it; 1 fact involves Odo Marsk: state strait --actor Marsk")]
    [InlineData("state", "odo", "'odo' in it; 1 fact involves Odo Marsk: state strait --actor odo")]
    [InlineData("state", "Odo Marsk", "1 fact involves Odo Marsk: state strait --actor \"Odo Marsk\"")]
    [InlineData("blame", "Marsk", "1 fact involves Odo Marsk: state strait --actor Marsk")]
    [InlineData("history", "Marsk", "1 fact involves Odo Marsk: state strait --actor Marsk")]
    public async Task A_name_that_no_key_has_is_found_in_the_facts_that_were_known_by_then(
        string verb,
        string name,
        string expected
    )
    {
        await using var store = await StraitTalks.ReplayAsync(Early, Late);

        foreach (var format in new[] { "text", "markdown" })
        {
            string[] asked = [verb, "strait", name, "--format", format];
            var known = await store.RunAsync([.. asked, "--known-by", "2031-03-15"]);
            var before = await store.RunAsync([.. asked, "--known-by", "2031-03-09"]);

            Assert.Equal((0, ""), (known.Code, known.Error));
            Assert.Contains(expected, known.Output);
            Assert.DoesNotContain("involve", before.Output + before.Error);
        }
    }

    [Theory]
    [InlineData("no fact can have 'atendance' in its key; did you mean 'attendance'?", "state", "atendance")]
    [InlineData(
        "no fact can have 'spring/attendance/ivo-trn' in its key; did you mean 'spring/attendance/ivo-tarn'?",
        "state",
        "spring/attendance/ivo-trn"
    )]
    [InlineData("--actor: nobody is called 'Marks'; did you mean 'Marsk'?", "reports", "--actor", "Marks")]
    [InlineData("--actor: nobody is called 'Marks'; did you mean 'Marsk'?", "state", "--actor", "Marks")]
    [InlineData("--act: there is no act 'kell-come'; did you mean 'kell-comes'?", "reports", "--act", "kell-come")]
    [InlineData("--issue: there is no issue 'prisners'; did you mean 'prisoners'?", "state", "--issue", "prisners")]
    [InlineData("--side: there is no side 'Sunderland'; did you mean 'Suderland'", "reports", "--side", "Sunderland")]
    [InlineData("--side: Ivo Tarn is no side, but on that of Suderland", "state", "--side", "the envoy")]
    [InlineData(
        "--round: there is no round 'autumn'; there are spring, round-9, round-10, general",
        "reports",
        "--round",
        "autumn"
    )]
    public async Task A_name_that_nothing_knows_is_wrong_use(string problem, string verb, params string[] what)
    {
        await using var store = await StraitTalks.ReplayAsync(Early, Late);

        var run = await store.RunAsync([verb, "strait", .. what]);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith($"negotiations: {problem}", run.Error);
    }

    [Theory]
    [InlineData("state", "round-9/attendance/ivo-tarn")]
    [InlineData("state", "tarn-declines")]
    [InlineData("state", "tarn-decline")]
    [InlineData("blame", "round-9/attendnce")]
    [InlineData("state", "--actor", "the tall envoy")]
    [InlineData("reports", "--actor", "tall")]
    [InlineData("reports", "--act", "tarn-declines")]
    [InlineData("reports", "--act", "tarn-decline")]
    public async Task No_message_tells_of_what_became_known_later(string verb, params string[] what)
    {
        await using var whole = await StraitTalks.ReplayAsync(Early, Late);
        await using var early = await StraitTalks.ReplayAsync(Early);
        string[] asked = [verb, "strait", .. what, "--known-by", "2031-03-15"];

        var (now, then) = (await whole.RunAsync(asked), await early.RunAsync(asked));

        Assert.Equal((then.Code, then.Error), (now.Code, now.Error));
        Assert.Equal(WithoutPosition(then.Output), WithoutPosition(now.Output));
    }

    private static string WithoutPosition(string output) =>
        System.Text.RegularExpressions.Regex.Replace(output, @"position \d+", "position");

    private static List<string?> Keys(CommandRun run)
    {
        using var answer = JsonDocument.Parse(run.Output);
        return
        [
            .. answer
                .RootElement.GetProperty("facts")
                .EnumerateArray()
                .Select(fact => fact.GetProperty("key").GetString()),
        ];
    }
}
