using System.Text.RegularExpressions;

namespace Negotiations.Cli.Tests;

public sealed class Drafts : IDisposable
{
    private static readonly string Coding = Repository.ResolvePath("tests", "data", "coding");
    private static readonly string Talks = Path.Combine(Coding, "kar.negotiation.yaml");
    private static readonly string Texts = Path.Combine(Coding, "texts");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_article_becomes_reviewed_reports_in_the_store()
    {
        await using var store = await SampleStore.EmptyAsync();
        var draft = await CodeAsync();

        var review = await ReviewAsync(draft, "r", "only a headline", "A", "y");
        var replay = await store.RunAsync("replay", Talks, draft, "--articles", Texts);
        var state = await store.RunAsync("reports", "kar", "--format", "json");

        Assert.Equal((0, 0, 0), (review.Code, replay.Code, state.Code));
        Assert.Contains("1 rejected, 0 open", review.Error);
        Assert.Contains("TalksOffered", state.Output);
        Assert.Contains("\"reviewer\": \"Ines\"", state.Output);
    }

    [Fact]
    public async Task What_nobody_decided_is_left_out_and_said()
    {
        await using var store = await SampleStore.EmptyAsync();
        var draft = await CodeAsync();
        await ReviewAsync(draft, "a", "q");

        var replay = await store.RunAsync("replay", Talks, draft, "--articles", Texts);
        var all = await store.RunAsync("replay", Talks, draft, "--articles", Texts, "--unreviewed");

        Assert.Contains("are not reviewed and left out", replay.Error);
        Assert.Equal((0, 0), (replay.Code, all.Code));
        Assert.DoesNotContain("not reviewed", all.Error);
    }

    [Fact]
    public async Task A_review_that_is_stopped_goes_on_where_it_stood()
    {
        var draft = await CodeAsync();

        var first = await ReviewAsync(draft, "a");
        var again = await ReviewAsync(draft, "q");

        Assert.Equal(2, Shown(first).Count);
        Assert.Equal(Shown(first)[1], Assert.Single(Shown(again)));
        Assert.Contains("1 accepted, 0 rejected", again.Error);
    }

    [Fact]
    public async Task A_field_is_edited_and_the_edit_undone()
    {
        var draft = await CodeAsync();
        var before = await File.ReadAllTextAsync(draft);

        var review = await ReviewAsync(draft, "e", "summary", "Said otherwise.", "u", "q");

        Assert.Contains("Said otherwise.", review.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(draft));
    }

    [Fact]
    public async Task A_key_that_means_nothing_decides_nothing()
    {
        var draft = await CodeAsync();
        var before = await File.ReadAllTextAsync(draft);

        var review = await ReviewAsync(draft, "x", "", "yes", "?");

        Assert.Contains("'x' is no key here", review.Output);
        Assert.Contains("it stays in the file with your reason", review.Output);
        Assert.Equal(before, await File.ReadAllTextAsync(draft));
    }

    [Fact]
    public async Task A_draft_is_never_written_over_work()
    {
        var draft = await CodeAsync();

        var again = await CommandRun.ExecuteAsync(Code("--out", draft));

        Assert.Equal(ExitCode.WrongUse, again.Code);
        Assert.Contains("is there already", again.Error);
    }

    [Theory]
    [InlineData("--published", "--outlet", "--outlet NAME")]
    [InlineData("--outlet", "--published", "--published TIME")]
    public async Task A_text_that_does_not_say_its_outlet_or_time_asks_for_it(
        string given,
        string missing,
        string advice
    )
    {
        _ = missing;
        var value = given == "--outlet" ? "Sele Gazette" : "2033-04-06T10:00";

        var run = await CommandRun.ExecuteAsync("code", Path.Combine(Texts, "kar-wire.txt"), Talks, given, value);

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains(advice, run.Error);
    }

    [Fact]
    public async Task A_model_is_asked_only_where_one_is_named()
    {
        var run = await CommandRun.ExecuteAsync(Code("--with", "model"));

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains("NEGOTIATIONS_MODEL_URL", run.Error);
    }

    [Fact]
    public async Task A_list_shows_what_was_decided_how()
    {
        var draft = await CodeAsync();
        await ReviewAsync(draft, "r", "a misreading", "q");

        var list = await CommandRun.ExecuteAsync("review", draft, "--list");

        Assert.Contains("rejected", list.Output);
        Assert.Contains(": a misreading", list.Output);
        Assert.Contains("open", list.Output);
    }

    // The identifiers of the proposals that were shown, in order.
    private static IReadOnlyList<string> Shown(CommandRun run) =>
        [.. Regex.Matches(run.Output, @"\(([a-z0-9-]+)\) ─").Select(match => match.Groups[1].Value)];

    private async Task<string> CodeAsync()
    {
        var draft = folder.ResolvePath("draft.yaml");
        var run = await CommandRun.ExecuteAsync(Code("--out", draft));
        Assert.Equal(0, run.Code);
        return draft;
    }

    private static string[] Code(params string[] more) =>
        [
            "code",
            Path.Combine(Texts, "kar-wire.txt"),
            Talks,
            "--outlet",
            "Sele Gazette",
            "--published",
            "2033-04-06T10:00",
            .. more,
        ];

    private static Task<CommandRun> ReviewAsync(string draft, params string[] typed) =>
        CommandRun.ExecuteTypedAsync(
            string.Join('\n', typed) + "\n",
            "review",
            draft,
            Talks,
            "--articles",
            Texts,
            "--reviewer",
            "Ines"
        );
}
