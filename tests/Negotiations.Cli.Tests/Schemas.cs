using System.Text.Json.Nodes;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

public class Schemas
{
    [Theory]
    [InlineData("state", "state")]
    [InlineData("state", "state", "--known-by", "2031-04-05", "--happened-by", "2031-04-04", "--recorded-by", "40")]
    [InlineData("reports", "reports")]
    [InlineData("reports", "reports", "--text", "talks", "--known-by", "2031-04-05")]
    [InlineData("reports", "reports", "--withdrawn", "--side", "Tidewell")]
    [InlineData("positions", "positions")]
    [InlineData("positions", "positions", "--known-by", "2031-04-05", "--since", "2031-04-02")]
    [InlineData("history", "history")]
    [InlineData("history", "history", "2031-04/attendance", "--happened-by", "2031-04-04")]
    [InlineData("blame", "blame")]
    [InlineData("blame", "blame", "2031-04/attendance", "--known-by", "2031-04-05")]
    [InlineData("audit", "audit")]
    [InlineData("audit", "audit", "harbour", "--known-by", "2031-04-05", "--chain")]
    [InlineData("correct", "correct", "courier-2031-04-02#offer", "--retract", "--reason", "misread")]
    [InlineData(
        "correct",
        "correct",
        "courier-2031-04-02#offer",
        "--amend",
        "form=",
        "--by",
        "publisher",
        "--published",
        "2031-04-03",
        "--notice",
        "corrections",
        "--reason",
        "misread"
    )]
    [InlineData(
        "erase",
        "erase",
        "courier-2031-04-02#offer",
        "--who",
        "the officer",
        "--reason",
        "a request",
        "--dry-run"
    )]
    [InlineData("erase", "erase", "courier-2031-04-02#offer", "--who", "the officer", "--reason", "a request")]
    [InlineData("diff", "diff", "--from", "2031-04-02", "--to", "2031-04-05")]
    [InlineData("diff", "diff", "--clock", "recorded", "--from", "20", "--to", "45", "--known-by", "2031-04-05")]
    public async Task What_the_verbs_write_fits_their_schemas(string schema, params string[] arguments)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync([.. arguments, "--format", "json"]);

        Assert.Equal(0, run.Code);
        Assert.Empty(Errors(schema, run.Output));
    }

    [Fact]
    public async Task Answers_with_corrections_fit_the_schemas_too()
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
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#offer",
            "--retract",
            "--by",
            "publisher",
            "--published",
            "2031-04-03",
            "--notice",
            "corrections",
            "--reason",
            "withdrawn"
        );

        foreach (var verb in new[] { "state", "positions", "reports", "history", "blame", "audit" })
            Assert.Empty(Errors(verb, (await store.RunAsync(verb, "--format", "json")).Output));
    }

    [Fact]
    public async Task Checkpoints_fit_their_schema_in_each_of_their_forms()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        string[] check =
        [
            "checkpoint",
            "--check",
            folder.ResolvePath("c.txt"),
            "--public-key",
            folder.ResolvePath("k.pub.pem"),
            "--format",
            "json",
        ];

        var keys = await store.RunAsync("checkpoint", "--new-key", folder.ResolvePath("k.pem"), "--format", "json");
        var taken = await store.RunAsync("checkpoint", "--key", folder.ResolvePath("k.pem"), "--format", "json");
        folder.Write("c.txt", JsonNode.Parse(taken.Output)!["text"]!.GetValue<string>());
        var same = await store.RunAsync(check);
        await store.ExecuteAsync("update negotiations_record set link = commitment");
        var other = await store.RunAsync(check);

        Assert.Equal((0, 0, 0, 1), (keys.Code, taken.Code, same.Code, other.Code));
        Assert.All(new[] { keys, taken, same, other }, run => Assert.Empty(Errors("checkpoint", run.Output)));
        Assert.NotEmpty(Errors("checkpoint", same.Output.Replace("\"holds\"", "\"held\"")));
    }

    [Theory]
    [InlineData("\"standing\": \"own\"", "\"standing\": \"mine\"")]
    [InlineData("\"origins\": ", "\"origin\": ")]
    [InlineData("\"happenedPrecision\": \"day\"", "\"happenedPrecision\": 1")]
    [InlineData("+12:00\"", "\"")]
    public async Task A_schema_is_strict(string before, string after)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("state", "--format", "json");

        Assert.NotEmpty(Errors("state", run.Output.Replace(before, after)));
    }

    [Fact]
    public async Task The_seeds_fit_the_schemas_too()
    {
        await using var store = await SampleStore.EmptyAsync();
        Assert.Equal(0, (await store.RunAsync("replay", Repository.ResolvePath("seeds"))).Code);

        foreach (var verb in new[] { "state", "positions", "reports", "history", "blame", "audit" })
            Assert.Empty(Errors(verb, (await store.RunAsync(verb, "--format", "json")).Output));
    }

    internal static IReadOnlyList<string> Errors(string name, string json) =>
        JsonSchema
            .Parse(File.ReadAllText(Repository.ResolvePath("docs", "schema", $"{name}.schema.json")))
            .Errors(JsonNode.Parse(json));
}
