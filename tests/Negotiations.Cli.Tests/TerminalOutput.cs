using System.Text.Json;

namespace Negotiations.Cli.Tests;

/// <summary>What others wrote is shown, and commands no terminal.</summary>
public class TerminalOutput
{
    // As YAML writes it, and what would reach the terminal.
    private const string Written = """x\e[2J\a\r\x9b2J\u202Ey""";
    private const string Raw = "x\u001B[2J\u0007\r\u009B2J\u202Ey";
    private const string Shown = "x␛[2J␇␍‹U+009B›2J‹U+202E›y";

    [Theory]
    [InlineData("state", "harbour", "--all")]
    [InlineData("state", "harbour", "--all", "--format", "markdown")]
    [InlineData("reports", "harbour")]
    [InlineData("reports", "harbour", "--format", "markdown")]
    [InlineData("blame", "harbour")]
    [InlineData("blame", "harbour", "--format", "markdown")]
    [InlineData("history", "harbour")]
    [InlineData("history", "harbour", "--format", "markdown")]
    [InlineData("diff", "harbour", "--from", "2031-04-01", "--to", "2031-04-30")]
    [InlineData("diff", "harbour", "--from", "2031-04-01", "--to", "2031-04-30", "--format", "markdown")]
    [InlineData("audit", "harbour")]
    [InlineData("audit", "harbour", "--format", "html")]
    [InlineData("state", "nowhere")]
    public async Task No_output_has_a_character_that_a_terminal_obeys(params string[] arguments)
    {
        await using var store = await OddAsync();

        var run = await store.RunAsync(arguments);

        Assert.DoesNotContain(run.Output + run.Error, letter => IsObeyed(letter));
        Assert.Contains("␛", run.Output + run.Error);
    }

    [Fact]
    public async Task Messages_show_what_was_typed()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("state", Raw);
        var mistyped = await store.RunAsync("state", $"--{Raw}");

        Assert.Equal((2, 2), (run.Code, mistyped.Code));
        Assert.Contains($"'{Shown}'", run.Error);
        Assert.DoesNotContain(run.Error + mistyped.Error, letter => IsObeyed(letter));
    }

    [Fact]
    public async Task Json_and_tables_keep_it_by_their_own_rules()
    {
        await using var store = await OddAsync();

        using var json = JsonDocument.Parse((await store.RunAsync("reports", "harbour", "--format", "json")).Output);
        var table = await store.RunAsync("export", "harbour", "--as", "reports");

        Assert.Contains(json.RootElement.GetProperty("reports").EnumerateArray(), report =>
            report.GetProperty("summary").GetString()!.StartsWith(Raw, StringComparison.Ordinal)
        );
        Assert.Contains(Raw, table.Output);
    }

    [Theory]
    [InlineData("--actor: has the character U+FFFE", "reports", "harbour", "--actor", "a\uFFFE")]
    [InlineData("--act: has the character U+FFFF", "reports", "harbour", "--act=a\uFFFF")]
    [InlineData("'harbour‹U+FFFE›' has the character U+FFFE", "state", "harbour\uFFFE")]
    public async Task What_no_text_can_have_is_refused_with_its_place(string problem, params string[] arguments)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(arguments);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith($"negotiations: {problem}, which no text can have; remove it", run.Error);
    }

    [Fact]
    public async Task Half_a_character_is_refused_with_its_place()
    {
        var run = await CommandRun.ExecuteAsync("reports", "harbour", "--act", "a" + '\uD800');

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("negotiations: --act: has half a character, U+D800, which no text can have", run.Error);
    }

    private static bool IsObeyed(char letter) =>
        letter is < ' ' and not ('\n' or '\t') or (>= '\u007F' and <= '\u009F') or (>= '\u202A' and <= '\u202E');

    // The title of the talks, a name and the summaries have it.
    private static async Task<SampleStore> OddAsync()
    {
        var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Harbour, "*.yaml"))
        {
            var lines = File.ReadAllLines(file)
                .Select(line =>
                    line.StartsWith("title: ", StringComparison.Ordinal) ? $"title: \"{Written} title\""
                    : line.StartsWith("    summary: ", StringComparison.Ordinal) ? $"    summary: \"{Written} summary\""
                    : line
                );
            folder.Write(Path.GetFileName(file), string.Join('\n', lines));
        }

        var run = await store.RunAsync("replay", folder.ResolvePath());
        Assert.Equal((0, ""), (run.Code, run.Error));
        return store;
    }
}
