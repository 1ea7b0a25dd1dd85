namespace Negotiations.Coding.Tests;

public class ProposalsInReplay
{
    [Fact]
    public async Task Only_what_was_coded_by_hand_or_accepted_is_taken_in()
    {
        var batch = await Drafts.ReadAsync(Drafts.Read().Decide(0, ReviewDecision.Accepted, "Ines").Text);

        var file = Assert.Single(batch.Articles);
        Assert.Equal(["offer", "pause"], file.Article.Reports.Select(report => report.Id));
        Assert.Equal(1, file.Unreviewed);
    }

    [Fact]
    public async Task Who_proposed_it_and_who_accepted_it_is_kept()
    {
        var draft = Drafts
            .Read()
            .Edit(0, "target", "Merin")
            .Decide(0, ReviewDecision.Accepted, "Ines")
            .Decide(1, ReviewDecision.Rejected, "Ines", "no");

        var reports = (await Drafts.ReplayedAsync(draft.Text)).Reports;

        Assert.Equal(
            new ReportProposal
            {
                By = "rule talks-offered/2",
                Reviewer = "Ines",
                Edited = true,
            },
            reports[0].Proposed
        );
        Assert.Null(reports[1].Proposed);
    }

    [Fact]
    public async Task Proposals_that_nobody_decided_are_taken_in_where_that_is_asked_for()
    {
        var draft = Drafts.Read().Decide(1, ReviewDecision.Rejected, "Ines");

        var reports = (await Drafts.ReplayedAsync(draft.Text, takesUnreviewed: true)).Reports;

        Assert.Equal(["offer", "pause"], reports.Select(report => report.Id));
        Assert.Equal(new ReportProposal { By = "rule talks-offered/2" }, reports[0].Proposed);
    }

    [Fact]
    public async Task A_file_of_which_nothing_is_decided_is_refused_and_says_how_to_go_on()
    {
        var proposalsOnly = Drafts.Text[..Drafts.Text.IndexOf("  - id: pause", StringComparison.Ordinal)];

        var refused = await Assert.ThrowsAsync<CodingException>(() => Drafts.ReadAsync(proposalsOnly));
        var rejected = await Assert.ThrowsAsync<CodingException>(() =>
            Drafts.ReadAsync(
                DraftFile
                    .Read(new SubmittedFile("draft.yaml", proposalsOnly))
                    .Decide(0, ReviewDecision.Rejected, "Ines")
                    .Decide(1, ReviewDecision.Rejected, "Ines")
                    .Text
            )
        );

        Assert.Contains("2 are open: decide them with 'negotiations review draft.yaml'", refused.Errors[0].Message);
        Assert.Contains("every proposal was rejected", rejected.Errors[0].Message);
    }

    [Fact]
    public async Task What_is_wrong_in_an_open_proposal_stops_nobody()
    {
        var draft = Drafts.Read().Edit(1, "actor", "Nobody Knows");

        Assert.Single((await Drafts.ReplayedAsync(draft.Text)).Reports);
    }

    [Fact]
    public async Task What_is_wrong_in_a_report_is_told_with_its_line_also_behind_proposals()
    {
        var text = Drafts.Text.With("actor: Merin\n", "actor: Nobody Knows\n");

        var refused = await Assert.ThrowsAsync<CodingException>(() => Drafts.ReadAsync(text));

        Assert.Equal(
            (text.FindLine("actor: Nobody Knows"), "events[2].actor"),
            (refused.Errors[0].Line, refused.Errors[0].Field)
        );
    }

    [Fact]
    public async Task What_a_check_of_the_reports_finds_is_told_with_its_line_also_behind_proposals()
    {
        using var folder = new TemporaryFolder();
        var file = Assert.Single((await Drafts.ReadAsync(folder, Drafts.Text)).Articles);

        var error = file.Error("events[0].actor", "is wrong");

        Assert.Equal(("events[2].actor", Drafts.Text.FindLine("actor: Merin")), (error.Field, error.Line));
    }

    [Theory]
    [InlineData("decision: maybe", "'maybe' is neither accepted nor rejected")]
    [InlineData("reason: so", "was not")]
    [InlineData("decided: accepted", "is not a field here")]
    public async Task What_is_wrong_in_a_decision_is_told(string line, string problem)
    {
        var refused = await Assert.ThrowsAsync<CodingException>(() =>
            Drafts.ReadAsync(Drafts.Text.With("      confidence: 0.6\n", $"      confidence: 0.6\n      {line}\n"))
        );

        Assert.Contains(problem, refused.Errors[0].Message);
        Assert.StartsWith("events[1].proposed.", refused.Errors[0].Field);
    }

    [Fact]
    public async Task Who_proposed_a_report_is_no_edit_of_it()
    {
        var accepted = Drafts.Read().Decide(0, ReviewDecision.Accepted, "Ines");
        var first = await Drafts.ReplayedAsync(accepted.Text);
        var second = await Drafts.ReplayedAsync(accepted.Decide(0, ReviewDecision.Accepted, "Tomas").Text);
        var store = new InMemoryEventStore();
        var decision = ArticleIntake.Decide(await store.ReadStreamAsync(first.Stream), first);
        await store.AppendAsync(decision.Stream, decision.ExpectedVersion, decision.Append);

        var again = ArticleIntake.Decide(await store.ReadStreamAsync(first.Stream), second);

        Assert.Empty(again.Differences);
        Assert.Empty(again.Append);
    }
}
