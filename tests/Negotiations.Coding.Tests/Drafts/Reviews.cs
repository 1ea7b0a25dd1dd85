namespace Negotiations.Coding.Tests;

public class Reviews
{
    [Fact]
    public async Task Nothing_is_decided_beforehand_and_every_decision_can_be_taken_back()
    {
        var session = await StartAsync();
        Assert.Equal(["offer", "stays-away"], session.Open.Select(open => open.Id));

        Assert.Empty(await session.AcceptAsync(0));
        session.Reject(1, "he did not say so");
        var decided = session.Draft.Text;
        Assert.Equal("rejected stays-away", session.Undo());
        Assert.Equal(["stays-away"], session.Open.Select(open => open.Id));
        Assert.Equal("accepted offer", session.Undo());
        Assert.Null(session.Undo());

        Assert.Equal(Drafts.Text, session.Draft.Text);
        Assert.Contains("reviewer: Ines", decided);
    }

    [Fact]
    public async Task A_proposal_that_a_replay_would_refuse_is_not_accepted_until_it_is_mended()
    {
        var session = await StartAsync(Drafts.Text.With("actor: President Brill", "actor: Nobody Knows"));

        var refused = await session.AcceptAsync(0);
        var mended = await session.EditAsync(0, "actor", "Ada Brill");
        var accepted = await session.AcceptAsync(0);

        Assert.Contains("nobody defined the name 'Nobody Knows'", Assert.Single(refused).Message);
        Assert.Empty(mended);
        Assert.Empty(accepted);
        Assert.True(session.Draft.Events[0].IsEdited);
    }

    [Fact]
    public async Task What_is_wrong_elsewhere_does_not_keep_a_proposal_from_being_accepted()
    {
        var session = await StartAsync(Drafts.Text.With("actor: Keel", "actor: Nobody Knows"));

        Assert.Empty(await session.AcceptAsync(0));
        Assert.NotEmpty(await session.AcceptAsync(1));
    }

    [Fact]
    public async Task An_edit_that_is_not_yet_right_is_kept_and_told()
    {
        var session = await StartAsync();

        var errors = await session.EditAsync(0, "happened", "next week");

        Assert.Equal("events[0].happened", Assert.Single(errors).Field);
        Assert.Equal("next week", session.Draft.Events[0].Find("happened"));
    }

    [Fact]
    public async Task A_report_that_nobody_proposed_is_added_where_a_replay_would_take_it()
    {
        var session = await StartAsync();

        var refused = await session.AddAsync([("id", "held"), ("type", "TalksHold")]);
        var added = await session.AddAsync([
            ("id", "held"),
            ("type", "TalksHeld"),
            ("actor", "null"),
            ("details", "{venue: Pier house, parties: [Varland, Ostrelia]}"),
            ("evidence", $"120-130 {LakeTalks.A}"),
            ("summary", "They met."),
        ]);

        Assert.Contains("is not an event type", refused[0].Message);
        Assert.Equal([], added.Select(error => error.ToString()));
        Assert.Equal("added held", session.LastStep);
        Assert.Contains("held", (await Drafts.ReplayedAsync(session.Draft.Text)).Reports.Select(report => report.Id));
    }

    private static async Task<ReviewSession> StartAsync(string? text = null) =>
        new(
            DraftFile.Read(new SubmittedFile("draft.yaml", text ?? Drafts.Text)),
            "Ines",
            await Drafts.ReadDefinitionAsync(),
            texts: null
        );
}
