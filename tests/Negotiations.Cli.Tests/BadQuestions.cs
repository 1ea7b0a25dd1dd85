namespace Negotiations.Cli.Tests;

public class BadQuestions
{
    [Theory]
    [InlineData("state")]
    [InlineData("history")]
    [InlineData("blame")]
    [InlineData("diff", "--from", "2031-04-03", "--to", "2031-04-06")]
    public async Task A_mistyped_key_is_refused_and_one_that_is_only_not_known_yet_is_not(
        string verb,
        params string[] options
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        string[] early = verb == "diff" ? ["--from", "2031-04-01", "--to", "2031-03-30"] : ["--known-by", "2031-04-01"];

        var mistyped = await store.RunAsync([verb, "harbour", "2031-04/atendance", .. options]);
        var notYet = await store.RunAsync([verb, "harbour", "2031-04/attendance", .. early]);

        Assert.Equal(
            new CommandRun(
                2,
                "",
                "negotiations: no fact can have '2031-04/atendance' in its key; did you mean '2031-04/attendance'?\n"
            ),
            mistyped
        );
        Assert.Equal((0, ""), (notYet.Code, notYet.Error));
        Assert.Contains("Nothing known by then.", notYet.Output);
    }

    [Theory]
    [InlineData("--known-by", "soon", "--known-by: 'soon' is not a time that can be read")]
    [InlineData(
        "--known-by",
        "14.05.2031",
        "--known-by: '14.05.2031' is not a time that can be read; write 2031-05-14"
    )]
    [InlineData("--happened-by", "2031-02-30", "--happened-by: '2031-02-30' does not exist")]
    [InlineData(
        "--known-by",
        "June 14",
        "--known-by: 'June 14' has no year, and the negotiation has no articles published in that month; add the year"
    )]
    [InlineData(
        "--known-by",
        "May 14",
        "--known-by: 'May 14' has no year, and the negotiation has no articles published in that month; add the year"
    )]
    [InlineData("--happened-by", "June 14", "--happened-by: 'June 14' has no year, and the negotiation has no rounds")]
    [InlineData("--known-by", "2031-09-28T02:30", "does not exist in Pacific/Auckland")]
    [InlineData("--recorded-by", "yesterday", "--recorded-by: 'yesterday' is not a time that can be read")]
    [InlineData("--recorded-by", "100000", "100000")]
    [InlineData("--recorded-by", "-1", "-1")]
    [InlineData("--recorded-by", "2999-01-01", "2999-01-01")]
    [InlineData("--recorded-by", "0", "no negotiation 'harbour' is defined at position 0 of the record")]
    public async Task A_bound_that_cannot_be_answered_is_refused(string option, string time, string problem)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        foreach (var verb in new[] { "state", "reports", "history" })
        {
            var run = await store.RunAsync(verb, "harbour", $"{option}={time}");

            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.Contains(problem, run.Error);
            Assert.StartsWith("negotiations: ", run.Error);
        }
    }

    [Fact]
    public async Task An_unknown_negotiation_is_refused_with_those_there_are()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("state", "airport");

        Assert.Equal(
            new CommandRun(2, "", "negotiations: there is no negotiation 'airport': harbour (Port Halden talks)\n"),
            run
        );
    }

    [Fact]
    public async Task An_empty_store_says_what_to_do()
    {
        await using var store = await SampleStore.InstalledAsync();

        var run = await store.RunAsync("state");

        Assert.Equal(
            new CommandRun(
                2,
                "",
                "negotiations: the store has no negotiation yet; replay the coded files of one first\n"
            ),
            run
        );
    }

    [Theory]
    [InlineData("state", "")]
    [InlineData("reports", "")]
    [InlineData("history", "create table invoices (id bigint)")]
    [InlineData("state", "create table invoices (id bigint)")]
    public async Task A_database_without_a_store_is_left_as_it_is(string verb, string theirs)
    {
        await using var store = await SampleStore.EmptyAsync();
        if (theirs.Length > 0)
            await store.ExecuteAsync(theirs);
        var relations = await store.CountRelationsAsync();

        var run = await store.RunAsync(verb);

        Assert.Equal((2, "", relations), (run.Code, run.Output, await store.CountRelationsAsync()));
        Assert.StartsWith("negotiations: there is no store in database '", run.Error);
        Assert.EndsWith("' yet; replay coded files into it first\n", run.Error);
    }

    [Theory]
    [InlineData("--type", "TalksOfered", "--type: there is no type of report 'TalksOfered'")]
    [InlineData("--round", "1999", "--round: there is no round '1999'; there are 2030, 2031-04, general")]
    public async Task A_filter_that_fits_nothing_there_can_be_is_refused(string option, string value, string problem)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("reports", option, value);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith($"negotiations: {problem}", run.Error);
    }

    [Theory]
    [InlineData("sate")]
    [InlineData("state", "--known")]
    [InlineData("state", "harbour", "2031", "more")]
    [InlineData("state", "--format", "csv")]
    [InlineData("replay")]
    [InlineData()]
    public async Task Wrong_use_points_to_the_help(params string[] arguments)
    {
        var run = await CommandRun.ExecuteAsync(arguments);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Matches(@"See 'negotiations.* --help'\.\n$", run.Error);
    }
}
