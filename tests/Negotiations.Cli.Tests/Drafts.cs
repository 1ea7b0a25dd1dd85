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
    [InlineData("--published", "give --outlet NAME")]
    [InlineData("--outlet", "give --published TIME")]
    public async Task A_text_that_does_not_say_its_outlet_or_time_asks_for_it(string given, string advice)
    {
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

    [Fact]
    public async Task What_somebody_else_wrote_meanwhile_is_never_overwritten()
    {
        var draft = await CodeAsync();
        var typed = new TypedMeanwhile("a\na\n", () => File.AppendAllText(draft, "# typed in an editor\n"));

        var review = await CommandRun.ExecuteTypedAsync(typed, "review", draft, Talks, "--articles", Texts);

        Assert.Equal(ExitCode.OutsideFailed, review.Code);
        Assert.Contains("somebody else has changed", review.Error);
        Assert.EndsWith("# typed in an editor\n", await File.ReadAllTextAsync(draft));
    }

    [Fact]
    public async Task After_the_last_proposal_a_report_can_be_added_and_a_decision_undone()
    {
        var draft = await CodeAsync();
        await ReviewAsync(draft, "A", "y");

        var later = await ReviewAsync(
            draft,
            [
                "+",
                "TalksHeld",
                "",
                "",
                "2033-04",
                "{venue: Sele, parties: [Kestria]}",
                "",
                "",
                "",
                "direct talks",
                "They met.",
                "q",
            ]
        );
        var undone = await ReviewAsync(
            draft,
            "+",
            "DemandMad",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "direct talks",
            "x",
            "",
            "u",
            "q"
        );

        Assert.Contains("That was the last one", later.Output);
        Assert.Contains("added talks-held-", later.Output);
        Assert.Contains("which field is to be another?", undone.Output);
        Assert.Contains("there is nothing to undo", undone.Output);
    }

    [Fact]
    public async Task What_is_wrong_in_a_report_that_is_added_is_mended_without_typing_it_again()
    {
        var draft = await CodeAsync();
        await ReviewAsync(draft, "A", "y");

        var later = await ReviewAsync(
            draft,
            [
                "+",
                "TalksHold",
                "",
                "",
                "2033-04",
                "{venue: Sele}",
                "",
                "",
                "",
                "direct talks",
                "They met.",
                "type",
                "TalksHeld",
                "q",
            ]
        );

        Assert.Contains("'TalksHold' is not an event type", later.Output);
        Assert.Contains("added talks-held-", later.Output);
    }

    [Fact]
    public async Task An_edit_asks_whether_the_summary_still_holds()
    {
        var draft = await CodeAsync();

        await ReviewAsync(draft, "e", "happened", "2033-04-11", "Offered on Monday.", "q");

        Assert.Contains("summary: Offered on Monday.", await File.ReadAllTextAsync(draft));
    }

    [Fact]
    public async Task Proposals_that_there_are_not_are_said_to_be_none()
    {
        var draft = await CodeAsync();

        var none = await CommandRun.ExecuteAsync("review", draft, "--list", "--type", "TalksHold");
        var hand = await CommandRun.ExecuteAsync("review", Path.Combine(Coding, "kar-wire.yaml"), "--list");

        Assert.Contains("there are TalksOffered", none.Error);
        Assert.Contains("has no proposals", hand.Error);
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

    // What is typed, and what somebody else does after the first line of it.
    private sealed class TypedMeanwhile(string typed, Action act) : StringReader(typed)
    {
        private int lines;

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            if (++lines == 2)
                act();
            return base.ReadLineAsync(cancellationToken);
        }
    }
}
