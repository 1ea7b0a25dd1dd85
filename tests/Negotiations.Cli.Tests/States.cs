using System.Globalization;
using System.Text.Json;

namespace Negotiations.Cli.Tests;

public class States
{
    [Fact]
    public async Task Text_and_markdown_say_that_a_value_was_corrected()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#pause-proposed",
            "--amend",
            "durationDays=12",
            "--reason",
            "misread"
        );

        var text = await store.RunAsync("state", "harbour", "2031-04/ceasefire", "--known-by", "2031-04-03");
        var markdown = await store.RunAsync(
            "state",
            "harbour",
            "2031-04/ceasefire",
            "--known-by",
            "2031-04-03",
            "--format",
            "markdown"
        );

        Assert.Contains("corrected", text.Output);
        Assert.Contains("; corrected", markdown.Output);
        Assert.DoesNotContain(
            "corrected",
            (await store.RunAsync("state", "harbour", "2031-04/attendance", "--known-by", "2031-04-03")).Output
        );
    }

    [Fact]
    public async Task What_is_left_out_and_may_have_come_out_before_is_said_with_what_hangs_on_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var text = await store.RunAsync("state", "harbour", "--known-by", "2031-04-05T12:00");
        var json = await store.RunAsync("state", "harbour", "--known-by", "2031-04-05T12:00", "--format", "json");

        var words = text.Output.Replace("\n", " ");
        Assert.Contains(
            "lantern-mail-2031-04-05 may have come out before the time asked about, and is left out: its time, 5 April "
                + "2031, 21:00, is assumed (5 April 2031, 00:00 to 5 April 2031, 23:59 is possible); on it hang ",
            words
        );
        Assert.Matches(@"on it hang \S+, \S+, \S+ and \d+ more", words);
        Assert.Contains("2031-04/attendance/odric-fennimoor", json.Output);
        Assert.Contains("it is left out, and may have come out before the time asked about", json.Output);
    }

    [Theory]
    [InlineData("blame")]
    [InlineData("reports")]
    [InlineData("history")]
    [InlineData("diff")]
    public async Task Every_answer_warns_of_times_on_which_it_depends_what_is_in_it(string verb)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        foreach (var format in new[] { "text", "markdown" })
        {
            var early = await AskAsync(verb, "2031-04-05T12:00", format);
            var late = await AskAsync(verb, "2031-04-05T22:00", format);

            Assert.Contains(
                "lantern-mail-2031-04-05 may have come out before the time asked about, and is left",
                early
            );
            Assert.DoesNotContain("later than asked about", early);
            Assert.Contains("lantern-mail-2031-04-05 may have come out later than asked about: its time, 5", late);
            Assert.DoesNotContain("is left out", late);
        }

        async Task<string> AskAsync(string verb, string time, string format)
        {
            string[] bounds = verb == "diff" ? ["--from", "2031-04-03", "--to", time] : ["--known-by", time];
            var run = await store.RunAsync([verb, "harbour", .. bounds, "--format", format]);
            Assert.Equal((0, ""), (run.Code, run.Error));
            return run.Output.Replace("\n", " ");
        }
    }

    [Fact]
    public async Task Text_says_what_was_asked_who_says_so_and_what_stands_against_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("state", "harbour");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("All that is known (Pacific/Auckland)", run.Output);
        Assert.Contains("Old Customs House, Port Halden", run.Output);
        Assert.Matches(@"Tessaly Vorrimund +reported, .*unnamed: ", run.Output);
        Assert.Matches(@"Odric Fennimoor +declined", run.Output);
        Assert.Contains("disputed [", run.Output);
        Assert.Contains("] against it: ", run.Output);
    }

    [Fact]
    public async Task A_pipe_gets_no_colours_no_cut_lines_and_no_blanks_at_their_ends()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("state", "harbour", "--all");

        Assert.DoesNotContain('\e', run.Output);
        Assert.DoesNotContain('…', run.Output);
        Assert.DoesNotContain(" \n", run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.True(new StringInfo(line).LengthInTextElements <= 120, line));
    }

    [Fact]
    public async Task Statements_are_counted_unless_all_is_asked_for()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var few = await store.RunAsync("state", "harbour");
        var all = await store.RunAsync("state", "harbour", "--all");

        Assert.Contains("3 × assessment", few.Output);
        Assert.DoesNotContain("× assessment", all.Output);
        Assert.True(all.Output.Length > few.Output.Length);
    }

    [Theory]
    [InlineData("HARBOUR")]
    [InlineData("harb")]
    [InlineData("port halden")]
    [InlineData(null)]
    public async Task The_negotiation_may_be_named_as_people_do(string? name)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(["state", .. name is null ? Array.Empty<string>() : [name], "--format", "json"]);

        Assert.Equal((0, "harbour"), (run.Code, Talks(run)));
    }

    [Theory]
    [InlineData("harbour", "2031-04/attendance/")]
    [InlineData("2031-04/attendance/")]
    public async Task Only_the_facts_that_are_asked_for_are_shown(params string[] arguments)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(["state", .. arguments, "--format", "json"]);

        var keys = Keys(run);
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.StartsWith("2031-04/attendance/", key));
    }

    [Fact]
    public async Task A_day_means_its_end_in_the_zone_of_the_talks()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("state", "harbour", "--known-by", "April 2", "--format", "json");

        using var answer = JsonDocument.Parse(run.Output);
        Assert.Equal(
            "2031-04-02T23:59:59.999999+13:00",
            answer.RootElement.GetProperty("asked").GetProperty("knownBy").GetString()
        );
        Assert.Equal(1, answer.RootElement.GetProperty("answered").GetProperty("articles").GetInt32());
    }

    [Fact]
    public async Task A_position_gives_what_the_store_answered_then()
    {
        await using var early = await SampleStore.EmptyAsync();
        await early.RunAsync(
            "replay",
            Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"),
            Path.Combine(Repository.Harbour, "courier-2031-04-02.yaml")
        );
        var position = await early.CountAsync();
        await using var late = await SampleStore.WithHarbourAsync();

        var then = await early.RunAsync("state", "--format", "json");
        var now = await late.RunAsync("state", "--recorded-by", $"{position}", "--format", "json");

        Assert.Equal(Keys(then), Keys(now));
        Assert.Contains($"\"recordedBy\": {position}", now.Output);
    }

    [Fact]
    public async Task Markdown_is_a_briefing_with_its_articles_as_footnotes()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("state", "harbour", "--known-by", "2031-04-05", "--format", "markdown");

        Assert.StartsWith(
            "# Port Halden talks\n\n**What was known by the end of 5 April 2031 (Pacific/Auckland)**\n",
            run.Output
        );
        Assert.Matches(
            @"- \*\*Tessaly Vorrimund\*\*: reported, .*Source: unnamed: .*\[\^lantern-mail-2031-04-05\]",
            run.Output
        );
        Assert.Matches(@"\n\[\^courier-2031-04-02\]: .*The Halden Courier, 2 April 2031, 18:30\n", run.Output);
        Assert.DoesNotContain("[^quayside-record-2031-04-07]", run.Output);
    }

    private static string? Talks(CommandRun run)
    {
        using var answer = JsonDocument.Parse(run.Output);
        return answer.RootElement.GetProperty("talks").GetString();
    }

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
