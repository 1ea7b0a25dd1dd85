namespace Negotiations.Cli.Tests;

public class Help
{
    [Theory]
    [InlineData("demo")]
    [InlineData("replay")]
    [InlineData("state")]
    [InlineData("positions")]
    [InlineData("reports")]
    [InlineData("acts")]
    [InlineData("anchor")]
    [InlineData("new")]
    [InlineData("history")]
    [InlineData("blame")]
    [InlineData("diff")]
    [InlineData("correct")]
    [InlineData("compare")]
    [InlineData("audit")]
    [InlineData("checkpoint")]
    [InlineData("export")]
    [InlineData("erase")]
    [InlineData("import")]
    [InlineData("serve")]
    [InlineData("keys")]
    public async Task Every_verb_has_help_with_examples(string verb)
    {
        var run = await CommandRun.ExecuteAsync(verb, "--help");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains($"negotiations {verb}", run.Output);
        Assert.Matches($@"Examples:\n  negotiations {verb}", run.Output);
        Assert.Contains("--connection", run.Output);
        Assert.Contains("--download-postgres", run.Output);
        // A shell would take an exclamation mark for a command of its history, also in double quotes.
        Assert.DoesNotMatch(@"\n  negotiations ([^'\n]|'[^'\n]*')*!", run.Output);
    }

    [Theory]
    [InlineData("there is no command 'stat'; did you mean 'state'?", "stat", "istanbul")]
    [InlineData("there is no command 'frobnicate'", "frobnicate")]
    public async Task A_mistyped_verb_is_told_with_the_nearest(string problem, params string[] arguments) =>
        Assert.Equal(
            new CommandRun(2, "", $"negotiations: {problem}\nSee 'negotiations --help'.\n"),
            await CommandRun.ExecuteAsync(arguments)
        );

    [Fact]
    public async Task The_help_lists_the_verbs()
    {
        var run = await CommandRun.ExecuteAsync("--help");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(
            [
                "demo",
                "replay",
                "state",
                "positions",
                "reports",
                "acts",
                "new",
                "check",
                "anchor",
                "history",
                "blame",
                "diff",
                "correct",
                "compare",
                "audit",
                "export",
                "import",
                "checkpoint",
                "erase",
                "store",
                "serve",
                "keys",
            ],
            verb => Assert.Contains($"  {verb}", run.Output)
        );
    }
}
