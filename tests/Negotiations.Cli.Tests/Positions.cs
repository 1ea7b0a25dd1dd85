using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class Positions
{
    private static readonly string First = StraitTalks.Article(
        "port-post",
        "2031-03-03",
        Position("norland-at-home", "Norland", "spring", "enrichment", "enrichment goes on at home", "2031-03-03"),
        Position("suderland-none", "Suderland", "spring", "enrichment", "none at all, anywhere", "2031-03-03"),
        Position("norland-weather", "Norland", "spring", null, "hopes for fair weather", "2031-03-03")
    );

    private static readonly string Second = StraitTalks.AssumedArticle(
        "sund-mail",
        "2031-03-10",
        Position("norland-abroad", "Norland", "spring", "enrichment", "a consortium abroad would do", "2031-03-10"),
        Position("ostland-swap", "Ostland", "spring", "prisoners", "all for all", "2031-03-10", "supports")
    );

    [Fact]
    public async Task The_sides_stand_side_by_side_with_what_has_moved_and_the_sources_of_both()
    {
        await using var store = await StraitTalks.ReplayAsync(First, Second);

        var text = await store.RunAsync("positions", "strait");
        var markdown = await store.RunAsync("positions", "strait", "--format", "markdown");

        Assert.Equal((0, ""), (text.Code, text.Error));
        // Without a stance it is another line, and no move.
        Assert.Matches(
            @"Enrichment\n  Norland +a consortium abroad would do +.*\n(.*\n)* +"
                + @"another line before: enrichment goes on at home · 3.*\n +March 2031"
                + @"(.*\n)*  Suderland +none at all, anywhere",
            text.Output
        );
        Assert.Contains("line known since 10", text.Output);
        Assert.Contains("(assumed)", text.Output);
        Assert.Contains("1 position without an issue is not in the table.", text.Output);
        Assert.Contains(
            "| Enrichment | Norland | a consortium abroad would do | 10 March 2031 | 10 March 2031, 12:00 (assumed) | "
                + "Norland, on the record · Sund Mail, 10 March 2031 |  | enrichment goes on at home · 3 March 2031 · "
                + "Norland, on the record · Port Post, 3 March 2031 |",
            markdown.Output
        );
        Assert.Contains("|  | Suderland | none at all, anywhere | 3 March 2031 |", markdown.Output);
    }

    [Fact]
    public async Task Beside_another_time_a_line_is_new_or_another()
    {
        await using var store = await StraitTalks.ReplayAsync(First, Second);

        var run = await store.RunAsync("positions", "strait", "--since", "2031-03-05", "--format", "json");

        Assert.Empty(Schemas.Errors("positions", run.Output));
        using var table = JsonDocument.Parse(run.Output);
        Assert.Equal("2031-03-05T23:59:59.999999+03:00", table.RootElement.GetProperty("since").GetString());
        Assert.Equal(["norland", "suderland", "ostland"], Texts(table.RootElement.GetProperty("sides")));
        var lines = table
            .RootElement.GetProperty("issues")
            .EnumerateArray()
            .SelectMany(issue =>
                issue
                    .GetProperty("lines")
                    .EnumerateArray()
                    .Select(line =>
                        $"{issue.GetProperty("id")} {line.GetProperty("side")} {line.GetProperty("change")}"
                    )
            );
        // Nobody said yes or no, so nobody can say that Norland moved.
        Assert.Equal(["enrichment norland another", "enrichment suderland none", "prisoners ostland new"], lines);
    }

    [Theory]
    [InlineData("prisoners", "opposes", "prisoners", "supports", "moved")]
    [InlineData("prisoners", "opposes", "Prisoners", "supports", "moved")]
    [InlineData("prisoners", "opposes", "prisoners", "opposes", "said again in other words")]
    [InlineData("prisoners", "opposes", "prisoners", null, "another line")]
    [InlineData("prisoners", null, "prisoners", "opposes", "another line")]
    [InlineData("the sick", "opposes", "the wounded", "supports", "another line")]
    [InlineData("the sick", "opposes", "the wounded", "opposes", "another line")]
    public async Task A_side_has_moved_where_its_stance_on_the_topic_is_another(
        string topic,
        string? stance,
        string laterTopic,
        string? laterStance,
        string expected
    )
    {
        await using var store = await StraitTalks.ReplayAsync(
            StraitTalks.Article(
                "port-post",
                "2031-03-03",
                Position("first", "Norland", "spring", "prisoners", "not now", "2031-03-03", stance, topic)
            ),
            StraitTalks.Article(
                "sund-mail",
                "2031-03-10",
                Position("second", "Norland", "spring", "prisoners", "all", "2031-03-10", laterStance, laterTopic)
            )
        );

        var since = await store.RunAsync("positions", "strait", "--since", "2031-03-05");
        var alone = await store.RunAsync("positions", "strait");
        var json = await store.RunAsync("positions", "strait", "--format", "json");

        Assert.Contains($" · {expected}", since.Output);
        Assert.Equal(expected == "another line", alone.Output.Contains("another line before: "));
        Assert.Equal(expected == "moved", !json.Output.Contains("\"movedFrom\": null"));
        Assert.Equal(topic == "the sick", since.Output.Contains("on the wounded: all"));
        Assert.DoesNotContain("on prisoners", since.Output);
        Assert.Empty(Schemas.Errors("positions", json.Output));
    }

    [Fact]
    public async Task What_else_is_known_on_an_issue_is_counted_below_its_lines_with_the_command_that_shows_it()
    {
        await using var store = await StraitTalks.ReplayAsync(
            First,
            StraitTalks.Article(
                "sund-mail",
                "2031-03-10",
                Precondition("no-talks-before", "enrichment"),
                Precondition("nor-under-fire", "enrichment"),
                Precondition("all-captives-first", "prisoners")
            )
        );

        var text = await store.RunAsync("positions", "strait");
        var markdown = await store.RunAsync("positions", "strait", "--format", "markdown");
        var json = await store.RunAsync("positions", "strait", "--format", "json");
        var early = await store.RunAsync("positions", "strait", "--known-by", "2031-03-05");

        Assert.Matches(@"anywhere(.*\n)+  also: 2 preconditions: state strait --issue enrichment\n", text.Output);
        // An issue on which nobody has a line is not passed over.
        Assert.Contains("Prisoners\n  also: 1 precondition: state strait --issue prisoners", text.Output);
        Assert.Contains("|  |  | also: 2 preconditions: state strait --issue enrichment |", markdown.Output);
        Assert.Contains("| Prisoners |  | also: 1 precondition: state strait --issue prisoners |", markdown.Output);
        Assert.Contains("\"also\":{\"precondition\":2}", json.Output.Replace(" ", "").Replace("\n", ""));
        Assert.Empty(Schemas.Errors("positions", json.Output));
        Assert.DoesNotContain("also:", early.Output);
    }

    [Fact]
    public async Task Nothing_of_what_became_known_later_is_in_the_table()
    {
        await using var store = await StraitTalks.ReplayAsync(First, Second);

        var run = await store.RunAsync("positions", "strait", "--known-by", "2031-03-05");
        var nothing = await store.RunAsync("positions", "strait", "--known-by", "2031-03-01");

        Assert.Contains("enrichment goes on at home", run.Output);
        Assert.DoesNotContain("consortium", run.Output);
        Assert.DoesNotContain("Prisoners", run.Output);
        Assert.Equal(0, nothing.Code);
        Assert.Contains("Nothing known by then.", nothing.Output);
    }

    [Fact]
    public async Task The_line_of_the_last_round_counts_and_the_same_stance_said_again_is_no_move()
    {
        await using var store = await StraitTalks.ReplayAsync(
            StraitTalks.Article(
                "port-post",
                "2031-04-20",
                Position(
                    "late-word-on-spring",
                    "Norland",
                    "spring",
                    "prisoners",
                    "some of them",
                    "2031-04-20",
                    "opposes"
                ),
                Position("ninth", "Norland", "round-9", "prisoners", "most of them", "2031-04-19", "supports")
            ),
            StraitTalks.Article(
                "sund-mail",
                "2031-05-20",
                Position("tenth", "Norland", "round-10", "prisoners", "nearly all of them", "2031-05-20", "supports")
            )
        );

        var run = await store.RunAsync("positions", "strait", "--format", "json");

        using var table = JsonDocument.Parse(run.Output);
        var line = table.RootElement.GetProperty("issues")[0].GetProperty("lines")[0];
        Assert.Equal("nearly all of them", line.GetProperty("position").GetString());
        Assert.Equal(
            ["some of them", "most of them"],
            line.GetProperty("earlier").EnumerateArray().Select(stated => stated.GetProperty("position").GetString())
        );
        Assert.Equal("some of them", line.GetProperty("movedFrom").GetProperty("position").GetString());
    }

    [Fact]
    public async Task A_spreadsheet_gets_a_row_for_each_line()
    {
        await using var store = await StraitTalks.ReplayAsync(First, Second);

        var run = await store.RunAsync("positions", "strait", "--format", "csv");

        var rows = run.Output.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("issue,issue_name,side,side_name,round,position,stance,by,happened,since", rows[0]);
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("enrichment,Enrichment,norland,Norland,spring,a consortium abroad would do,", rows[1]);
    }

    [Theory]
    [InlineData("--since", "soon", "--since: 'soon' is not a time that can be read")]
    [InlineData("--since", "2031-03-10", "--since: it lies after the time asked about")]
    public async Task A_time_that_cannot_be_compared_is_refused(string option, string time, string problem)
    {
        await using var store = await StraitTalks.ReplayAsync(First);

        var run = await store.RunAsync("positions", "strait", option, time, "--known-by", "2031-03-05");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith($"negotiations: {problem}", run.Error);
    }

    [Fact]
    public async Task Positions_without_an_issue_are_counted_by_the_audit()
    {
        await using var store = await StraitTalks.ReplayAsync(First);

        var text = await store.RunAsync("audit", "strait");
        var json = await store.RunAsync("audit", "strait", "--format", "json");

        Assert.Matches(@"\n     1  position without an issue: it stands in no table", text.Output);
        Assert.Contains("\"spring/position/norland/norland-weather\"", json.Output);
        Assert.Empty(Schemas.Errors("audit", json.Output));
    }

    [Fact]
    public async Task The_seeds_give_a_table_with_both_sides_on_the_ceasefire()
    {
        await using var store = await SampleStore.EmptyAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("seeds"))).Code);

        var run = await store.RunAsync("positions", "istanbul", "--known-by", "2025-06-04", "--format", "json");
        var early = await store.RunAsync("positions", "istanbul", "--known-by", "2025-05-12", "--format", "json");

        Assert.Empty(Schemas.Errors("positions", run.Output));
        using var table = JsonDocument.Parse(run.Output);
        var ceasefire = table.RootElement.GetProperty("issues")[0];
        Assert.Equal("ceasefire", ceasefire.GetProperty("id").GetString());
        Assert.Equal(
            ["ukraine", "russia", "united-states"],
            ceasefire.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("side").GetString())
        );
        Assert.DoesNotContain("euronews", early.Output);
    }

    private static string Precondition(string id, string issue) =>
        StraitTalks.Report(
            id,
            "PreconditionSet",
            $$"""
            actor: Norland
            round: spring
            issue: {{issue}}
            details: { conditionKind: other, condition: this comes first, blocks: talks }
            chain: [{ name: Norland, kind: institution, implied: it says so }]
            modality: demanded
            """
        );

    private static string Position(
        string id,
        string side,
        string round,
        string? issue,
        string words,
        string day,
        string? stance = null,
        string? topic = null
    )
    {
        var bearing = issue is null ? "" : $"issue: {issue}\n";
        var stands = stance is null ? "" : $", stance: {stance}";
        return StraitTalks.Report(
            id,
            "PositionStated",
            $$"""
            actor: {{side}}
            round: {{round}}
            {{bearing}}details: { topic: {{topic ?? issue ?? "weather"}}, position: "{{words}}"{{stands}} }
            chain: [{ name: {{side}}, kind: institution, implied: it says so }]
            modality: asserted
            happened: {{day}}
            """
        );
    }

    private static IEnumerable<string?> Texts(JsonElement list) =>
        list.EnumerateArray().Select(item => item.GetString());
}
