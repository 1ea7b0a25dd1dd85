using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Negotiations.Cli.Tests;

/// <summary>Stores that the last version of the first wave made; <c>tests/data/stores/README.md</c> says how.</summary>
public class StoresOfTheFirstWave
{
    [Theory]
    [InlineData("embedded")]
    [InlineData("marten")]
    public async Task They_are_migrated_once_and_give_the_same_answers(string kind)
    {
        await using var store = await SampleStore.WithFirstWaveAsync(kind);

        var lines = await store.MigrateAsync();

        Assert.Matches("brought up to date: schema 5 to 8, with the tables of Marten 9", Assert.Single(lines));
        Assert.Empty(await store.MigrateAsync());
        Assert.Equal(File.ReadAllText(PathOf(kind, "chain.txt")).Trim(), await store.ReadChainAsync());
        await SameAnswersAsync(store, kind);
    }

    [Theory]
    [InlineData("embedded")]
    [InlineData("marten")]
    public async Task They_answer_before_they_are_migrated_too(string kind)
    {
        await using var store = await SampleStore.WithFirstWaveAsync(kind);
        var answers = ReadAnswers(kind)
            .Where(answer => answer.Arguments is ["state", .. var rest] && !rest.Contains("-f"));

        foreach (var answer in answers.Take(5))
            await SameAnswerAsync(store, kind, answer);
        var audit = await store.RunAsync("audit", "harbour", "--chain");

        Assert.Equal(0, audit.Code);
        Assert.Equal("5", await store.ReadVersionAsync());
    }

    [Theory]
    [InlineData("embedded")]
    [InlineData("marten")]
    public async Task They_are_continued_by_a_correction_which_says_that_it_brought_them_up_to_date(string kind)
    {
        await using var store = await SampleStore.WithFirstWaveAsync(kind);
        string[] correction =
        [
            "correct",
            "quayside-record-2031-04-07#offer-recalled",
            "--retract",
            "--reason",
            "misread",
        ];

        var rehearsed = await store.RunAsync([.. correction, "--dry-run"]);
        var versionAfterRehearsal = await store.ReadVersionAsync();
        var corrected = await store.RunAsync(correction);
        var audit = await store.RunAsync("audit", "--chain");

        Assert.Equal((0, "5"), (rehearsed.Code, versionAfterRehearsal));
        Assert.Equal(0, corrected.Code);
        Assert.Contains("was brought up to date: schema 5 to 8", corrected.Error);
        Assert.Equal(0, audit.Code);
        Assert.Contains("append-only is enforced: the role negotiations_program", audit.Output.ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("state", "harbour", "--recorded-by", "2026-11-29T06:30:00Z")]
    [InlineData("export", "harbour", "--as", "facts", "--out", "{folder}")]
    public async Task A_command_that_has_to_write_says_that_it_brought_them_up_to_date(params string[] command)
    {
        await using var store = await SampleStore.WithFirstWaveAsync("embedded");
        using var folder = new TemporaryFolder();

        var result = await store.RunAsync([
            .. command.Select(word => word.Replace("{folder}", folder.ResolvePath("out.csv"))),
        ]);

        Assert.Equal(0, result.Code);
        Assert.Contains("was brought up to date: schema 5 to 8", result.Error);
        Assert.Equal("8", await store.ReadVersionAsync());
    }

    [Fact]
    public async Task A_function_that_was_changed_before_the_migration_is_found()
    {
        await using var store = await SampleStore.WithFirstWaveAsync("embedded");
        await store.ExecuteAsync(
            "create or replace function negotiations_settle() returns bigint language sql security definer "
                + "set search_path = pg_catalog, pg_temp as 'select 0::bigint'"
        );

        var audit = await store.RunAsync("audit", "--chain");

        Assert.Equal(1, audit.Code);
        Assert.Contains(
            "negotiations_settle does not do what the program installed",
            audit.Output.ReplaceLineEndings(" ")
        );
    }

    [Fact]
    public async Task One_made_with_the_previous_minor_version_of_Marten_is_migrated_once_and_continued()
    {
        await using var older = await SampleStore.WithFirstWaveAsync("marten-9.58");
        var chain = await older.ReadChainAsync();
        await using var store = await SampleStore.WithHarbourAsync();

        var lines = await older.MigrateAsync();

        Assert.Matches("schema 6 to 8, with the tables of Marten 9.58.0 to 9.59.0$", Assert.Single(lines));
        Assert.Empty(await older.MigrateAsync());
        Assert.Equal(chain, await older.ReadChainAsync());
        var state = (await older.RunAsync("state", "harbour", "--format", "json")).Output;
        // Stances had any words then; the coded files have those of today.
        Assert.Contains("\"stance\": \"ready\"", state);
        Assert.Equal(
            WithoutStances(
                WithoutTimeOfRecording((await store.RunAsync("state", "harbour", "--format", "json")).Output)
            ),
            WithoutStances(WithoutTimeOfRecording(state))
        );
        Assert.Equal(0, (await older.RunAsync("audit", "--chain")).Code);
        Assert.Equal(
            0,
            (await older.RunAsync("replay", Repository.Harbour, "--as-corrections", "--reason", "words of today")).Code
        );
    }

    [Fact]
    public async Task One_of_schema_7_has_the_facts_in_place_of_the_answer_that_it_kept()
    {
        await using var store = await SampleStore.WithFirstWaveAsync("schema-7");
        var (chain, relations) = (await store.ReadChainAsync(), await store.ReadTablesAsync());
        var before = (await store.RunAsync("state", "harbour", "--format", "json")).Output;
        Assert.Equal(0, (await store.RunAsync("audit", "--chain")).Code);

        Assert.Matches("schema 7 to 8$", Assert.Single(await store.MigrateAsync()));

        Assert.Empty(await store.MigrateAsync());
        Assert.Equal(chain, await store.ReadChainAsync());
        Assert.Equal(before, (await store.RunAsync("state", "harbour", "--format", "json")).Output);
        Assert.Equal(0, (await store.RunAsync("audit", "--chain")).Code);
        Assert.Equal((0, ""), await RebuildAsync(store));
        Assert.Contains("mt_doc_current_answer", relations);
        Assert.DoesNotContain("mt_doc_current_answer", await store.ReadTablesAsync());

        static async Task<(int, string)> RebuildAsync(SampleStore store)
        {
            var run = await store.RunAsync("store", "rebuild");
            return (run.Code, run.Error);
        }
    }

    private static string WithoutTimeOfRecording(string json) =>
        string.Join('\n', json.Split('\n').Where(line => !line.Contains("settledAt", StringComparison.Ordinal)));

    private static string WithoutStances(string json) =>
        string.Join(
            '\n',
            json.Split('\n')
                .Where(line => !line.Contains("\"stance\"", StringComparison.Ordinal))
                .Select(line => line.TrimEnd('\r', ','))
        );

    private static async Task SameAnswersAsync(SampleStore store, string kind)
    {
        var answers = ReadAnswers(kind);
        Assert.True(answers.Count > 150, $"there are only {answers.Count} answers to compare");
        foreach (var answer in answers)
            await SameAnswerAsync(store, kind, answer);
    }

    private static async Task SameAnswerAsync(SampleStore store, string kind, Answered answer)
    {
        var arguments = answer.Arguments.Select(argument => argument.Replace("{folder}", PathOf(kind))).ToArray();
        var run = await store.RunAsync(arguments);
        Assert.True(
            (answer.Exit, answer.Sha256) == (run.Code, Hash(run.Output)),
            $"negotiations {string.Join(' ', arguments)} ended with {run.Code} ({run.Error}) and "
                + $"another answer:\n{run.Output}"
        );
    }

    private static IReadOnlyList<Answered> ReadAnswers(string kind) =>
        JsonSerializer.Deserialize<List<Answered>>(
            File.ReadAllText(PathOf(kind, "answers.json")),
            JsonSerializerOptions.Web
        )!;

    private static string PathOf(params string[] parts) =>
        Repository.ResolvePath(["tests", "data", "stores", .. parts]);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record Answered(string[] Arguments, int Exit, string Sha256);
}
