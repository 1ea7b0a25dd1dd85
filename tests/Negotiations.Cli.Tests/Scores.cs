using System.Text.Json.Nodes;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

public sealed class Scores : IDisposable
{
    private static readonly string Gold = Repository.ResolvePath("tests", "data", "harbour");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_coding_is_measured_by_the_first_without_a_store()
    {
        var run = await CommandRun.ExecuteAsync("score", Gold, WriteSecondCoding());

        Assert.Equal(ExitCode.Fine, run.Code);
        Assert.Contains("not measured, for only one coding has them", run.Error);
        Assert.Contains("recall 0.", run.Output);
        Assert.Contains("precision 1.00", run.Output);
        Assert.Contains("kappa", run.Output);
    }

    [Fact]
    public async Task As_json_it_fits_its_schema()
    {
        var run = await CommandRun.ExecuteAsync("score", Gold, WriteSecondCoding(), "--format", "json");

        Assert.Empty(
            JsonSchema
                .Parse(await File.ReadAllTextAsync(Repository.ResolvePath("docs", "schema", "score.schema.json")))
                .Errors(JsonNode.Parse(run.Output))
        );
    }

    [Fact]
    public async Task As_csv_every_row_has_every_column()
    {
        var run = await CommandRun.ExecuteAsync("score", Gold, WriteSecondCoding(), "--format", "csv");

        var rows = run.Output.TrimEnd().Split("\r\n");
        Assert.True(rows.Length > 20);
        Assert.All(rows, row => Assert.True(row.Count(character => character == ',') >= 13));
    }

    [Fact]
    public async Task Codings_without_an_article_in_common_are_wrong_use()
    {
        var run = await CommandRun.ExecuteAsync(
            "score",
            Repository.ResolvePath("tests", "data", "harbour", "courier-2031-04-02.yaml"),
            Repository.ResolvePath("tests", "data", "harbour", "lantern-mail-2031-04-05.yaml"),
            Repository.ResolvePath("tests", "data", "harbour", "harbour.negotiation.yaml")
        );

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains("no article of this coding is in the other one", run.Error);
    }

    // The first article without its first report.
    private string WriteSecondCoding()
    {
        var text = File.ReadAllText(Path.Combine(Gold, "courier-2031-04-02.yaml"));
        var first = text.IndexOf(
            "  - id: ",
            text.IndexOf("\nevents:", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var second = text.IndexOf("  - id: ", first + 1, StringComparison.Ordinal);
        return folder.Write("courier-2031-04-02.yaml", text.Remove(first, second - first));
    }
}
