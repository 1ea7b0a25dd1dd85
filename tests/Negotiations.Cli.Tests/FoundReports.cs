using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class FoundReports
{
    private static readonly string Article = StraitTalks.TitledArticle(
        "port-post",
        "2031-03-10",
        "The strait thaws",
        StraitTalks.Report(
            "kell-comes",
            "AttendanceConfirmed",
            """
            actor: Norland
            round: spring
            details: { person: Brana Kell, event: talks, confirmedBy: null }
            chain: [{ name: Norland, kind: institution, implied: it says so }]
            modality: asserted
            """
        ),
        StraitTalks.Report(
            "delegation",
            "DelegationNamed",
            """
            actor: Suderland
            round: [spring, round-9]
            details: { delegationSide: Suderland, head: Ivo Tarn, members: [Odo Marsk] }
            chain: [{ name: Suderland, kind: institution, implied: it says so }]
            modality: planned
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
            details: { urgedAction: come back }
            chain: [{ name: Norland, kind: institution, implied: a joint statement }]
            modality: asserted
            """
        ),
        StraitTalks.Report(
            "met-in-march",
            "MeetingHeld",
            """
            actor: null
            round: spring
            details: { participants: [Brana Kell, Ivo Tarn], venue: Sund }
            modality: reported
            """
        )
    );

    [Theory]
    [InlineData("--actor", "Brana Kell", "kell-comes", "met-in-march")]
    [InlineData("--actor", "Marsk", "delegation")]
    [InlineData("--actor", "the envoy", "delegation", "met-in-march")]
    [InlineData("--actor", "Ostland", "both-urge-talks")]
    [InlineData("--actor", "Norland", "kell-comes", "both-urge-talks")]
    [InlineData("--actor", "Suderland", "delegation", "both-urge-talks")]
    [InlineData("--side", "Ostland", "both-urge-talks")]
    [InlineData("--issue", "captives", "both-urge-talks")]
    [InlineData("--round", "round-9", "delegation")]
    [InlineData("--text", "minister defence", "kell-comes", "delegation", "met-in-march")]
    [InlineData("--text", "Ms Kell", "kell-comes", "met-in-march")]
    [InlineData("--text", "both-urge", "both-urge-talks")]
    [InlineData("--text", "envoy strait thaws", "delegation", "met-in-march")]
    public async Task Reports_are_found_by_who_on_what_and_by_words(
        string option,
        string value,
        params string[] expected
    )
    {
        await using var store = await StraitTalks.ReplayAsync(Article);

        var run = await store.RunAsync("reports", "strait", option, value, "--format", "json");

        Assert.Equal(expected, Ids(run));
    }

    [Fact]
    public async Task Act_chain_modality_version_and_corrections_are_shown()
    {
        await using var store = await StraitTalks.ReplayAsync(Article);
        await store.RunAsync(
            "correct",
            "port-post-2031-03-10#met-in-march",
            "--amend",
            "purpose=a swap",
            "--reason",
            "misread"
        );

        var text = await store.RunAsync("reports", "strait");
        var markdown = await store.RunAsync("reports", "strait", "--format", "markdown");

        Assert.Contains("10 March 2031, 12:00, version aaaaaaaaaaaa", text.Output);
        Assert.Contains("Suderland → Port Post", markdown.Output);
        foreach (var words in new[] { "planned", "corrected", "both-urge-talks" })
        {
            Assert.Contains(words, text.Output);
            Assert.Contains(words, markdown.Output);
        }
    }

    [Fact]
    public async Task Where_no_report_has_the_words_it_is_said_in_what_they_were_looked_for()
    {
        await using var store = await StraitTalks.ReplayAsync(Article);
        const string parts = "has these words in its summary, details, names, title or act.";

        var now = await store.RunAsync("reports", "strait", "--text", "submarines");
        var then = await store.RunAsync("reports", "strait", "--text", "Kell", "--known-by", "2031-03-09");
        var markdown = await store.RunAsync("reports", "strait", "--text", "submarines", "--format", "markdown");

        Assert.Contains($"No report {parts}", now.Output);
        Assert.Contains($"No report known by then {parts}", then.Output);
        Assert.Contains($"No report {parts}", markdown.Output);
    }

    [Fact]
    public async Task A_long_identifier_stands_whole_so_that_it_can_be_copied()
    {
        const string id = "the-envoy-of-suderland-leads-the-whole-delegation-in-spring";
        await using var store = await StraitTalks.ReplayAsync(
            StraitTalks.Article(
                "port-post",
                "2031-03-10",
                StraitTalks.Report(
                    id,
                    "DelegationNamed",
                    """
                    actor: Suderland
                    round: spring
                    details: { delegationSide: Suderland, head: Ivo Tarn, members: [Odo Marsk] }
                    chain: [{ name: Suderland, kind: institution, implied: it says so }]
                    modality: planned
                    """
                )
            )
        );

        var run = await store.RunAsync("reports", "strait");

        Assert.Matches($@"\n  #{id} ·\s+{id}\n", run.Output);
    }

    [Fact]
    public async Task What_a_correction_took_back_is_listed_on_request_and_marked()
    {
        await using var store = await StraitTalks.ReplayAsync(Article);
        await store.RunAsync(
            "correct",
            "port-post-2031-03-10#kell-comes",
            "--retract",
            "--reason",
            "misread",
            "--id",
            "gone"
        );
        string[] asked = ["reports", "strait", "--actor", "Kell"];

        var counting = await store.RunAsync([.. asked, "--format", "json"]);
        var all = await store.RunAsync([.. asked, "--withdrawn", "--format", "json"]);
        var text = await store.RunAsync([.. asked, "--withdrawn"]);
        var before = await store.RunAsync([.. asked, "--withdrawn", "--known-by", "2031-03-09"]);

        Assert.Equal(["met-in-march"], Ids(counting));
        Assert.Equal(["kell-comes", "met-in-march"], Ids(all));
        Assert.Equal(["withdrawn", "counts"], Values(all, "status"));
        Assert.Contains("withdrawn by a correction", text.Output);
        Assert.Contains("1 report of 3, and 1 that count no more.", text.Output);
        Assert.Contains("Nothing known by then.", before.Output);
        Assert.Empty(Schemas.Errors("reports", all.Output));
    }

    [Fact]
    public async Task What_a_publisher_took_back_is_withdrawn_from_the_notice_on()
    {
        await using var store = await StraitTalks.ReplayAsync(Article);
        await store.RunAsync(
            "correct",
            "port-post-2031-03-10#kell-comes",
            "--retract",
            "--by",
            "publisher",
            "--published",
            "2031-03-12",
            "--notice",
            "corrections",
            "--reason",
            "wrong"
        );
        string[] asked = ["reports", "strait", "--act", "kell-comes", "--withdrawn", "--format", "json"];

        var before = await store.RunAsync([.. asked, "--known-by", "2031-03-11"]);
        var after = await store.RunAsync(asked);

        Assert.Equal(["counts"], Values(before, "status"));
        Assert.Equal(["withdrawn"], Values(after, "status"));
    }

    [Fact]
    public async Task A_report_that_its_source_carries_no_longer_says_so_wherever_it_is_shown()
    {
        await using var store = await StraitTalks.ReplayAsync(
            StraitTalks.Article(
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
                    """
                )
            )
        );
        using var folder = new TemporaryFolder();
        var replayed = await store.RunAsync(
            "replay",
            folder.Write(
                "second.yaml",
                $$"""
                article: port-post-2031-03-10
                negotiation: strait
                outlet: port-post
                text: { sha256: {{new string('c', 64)}}, length: 4000 }
                published: { time: "2031-03-11T12:00", zone: Europe/Istanbul, basis: stated }
                chain: [{ name: port-post, kind: outlet, implied: its own article }]
                compared: { with: aaaaaaaaaaaa, drops: [kell-comes] }
                """
            )
        );
        Assert.Equal((0, ""), (replayed.Code, replayed.Error));

        foreach (var verb in new[] { "state", "reports", "history", "blame" })
        {
            foreach (var format in new[] { "text", "markdown" })
            {
                var run = await store.RunAsync(verb, "strait", "--format", format);
                // In a column of a terminal the words can stand on two lines.
                Assert.Contains(format == "text" ? "carried" : "no longer carried by", run.Output);
            }
        }

        var json = await store.RunAsync("reports", "strait", "--format", "json");
        Assert.Equal(["dropped"], Values(json, "fate"));
    }

    private static IEnumerable<string?> Ids(CommandRun run) => Values(run, "report").Select(id => id!.Split('#')[1]);

    private static List<string?> Values(CommandRun run, string field)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var answer = JsonDocument.Parse(run.Output);
        return
        [
            .. answer
                .RootElement.GetProperty("reports")
                .EnumerateArray()
                .Select(report => report.GetProperty(field).GetString()),
        ];
    }
}
