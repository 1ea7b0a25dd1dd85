namespace Negotiations.Coding.Tests;

public class DraftFiles
{
    [Fact]
    public void A_decision_changes_the_lines_of_its_proposal_and_no_other()
    {
        var draft = Drafts.Read();

        var decided = draft.Decide(1, ReviewDecision.Rejected, "Ines", "nobody said so: a misreading # of mine");

        var (before, after) = (draft.Text.Split('\n'), decided.Text.Split('\n'));
        Assert.Equal(
            [
                "      decision: rejected",
                "      reviewer: Ines",
                "      reason: 'nobody said so: a misreading # of mine'",
            ],
            after.Except(before)
        );
        Assert.Empty(before.Except(after));
        Assert.Equal(
            (ReviewDecision.Rejected, "Ines", "nobody said so: a misreading # of mine"),
            (decided.Events[1].Decision!.Value, decided.Events[1].Reviewer, decided.Events[1].Reason)
        );
    }

    [Fact]
    public void A_decision_that_is_taken_back_leaves_the_file_as_it_was()
    {
        var draft = Drafts.Read();

        var back = draft.Decide(0, ReviewDecision.Accepted, "Ines").Decide(0, null, null);

        Assert.Equal(draft.Text, back.Text);
    }

    [Theory]
    [InlineData("actor", "Tomas Keel", "    actor: Tomas Keel")]
    [InlineData("summary", "Brill: talks, at last", "    summary: 'Brill: talks, at last'")]
    [InlineData("details.form", "talks by letter", "      form: talks by letter")]
    [InlineData("others", "[Merin, Fishing villages]", "    others: [Merin, Fishing villages]")]
    [InlineData("lookingBack", "true", "    lookingBack: true")]
    [InlineData("act", "2031", "    act: 2031")]
    public void A_field_is_changed_or_added_where_it_stands(string field, string value, string line)
    {
        var edited = Drafts.Read().Edit(0, field, value);

        Assert.Contains(line, edited.Text.Split('\n'));
        Assert.True(edited.Events[0].IsEdited);
        Assert.Contains("    # the reader wrote this", edited.Text);
    }

    [Fact]
    public void A_field_with_an_empty_value_is_taken_away()
    {
        var edited = Drafts.Read().Edit(0, "target", " ");

        Assert.Null(edited.Events[0].Find("target"));
        Assert.DoesNotContain("target: Ostrelia", edited.Text);
    }

    [Fact]
    public void The_first_field_of_an_event_keeps_its_dash()
    {
        var edited = Drafts.Read().Edit(0, "id", "brill-offers");

        Assert.Contains("  - id: brill-offers\n    type: TalksOffered\n", edited.Text);
    }

    [Theory]
    [InlineData("[open")]
    [InlineData("\"open")]
    [InlineData("{a: [}")]
    public void A_value_that_is_not_well_formed_is_refused(string value) =>
        Assert.Throws<FormatException>(() => Drafts.Read().Edit(0, "others", value));

    [Fact]
    public void An_event_that_is_added_stands_at_the_end_before_what_follows()
    {
        var added = Drafts.Read().Add([("id", "new"), ("type", "TalksHeld"), ("evidence", "200-210")]);

        Assert.Equal(["offer", "stays-away", "pause", "new"], added.Events.Select(one => one.Id));
        Assert.Contains("\n\n  - id: new\n    type: TalksHeld\n    evidence: 200-210\n\n# the end\n", added.Text);
    }

    [Fact]
    public void Windows_line_ends_stay()
    {
        var draft = DraftFile.Read(new SubmittedFile("draft.yaml", Drafts.Text.Replace("\n", "\r\n")));

        var decided = draft.Decide(0, ReviewDecision.Accepted, "Ines");

        Assert.DoesNotContain('\n', decided.Text.Replace("\r\n", ""));
        Assert.Equal(ReviewDecision.Accepted, decided.Events[0].Decision);
    }

    [Fact]
    public void Events_in_braces_are_refused_with_their_line()
    {
        var draft = DraftFile.Read(
            new SubmittedFile(
                "draft.yaml",
                "article: a\nevents:\n  - {id: one, type: TalksHeld, proposed: {by: rule x}}\n"
            )
        );

        var refused = Assert.Throws<CodingException>(() => draft.Decide(0, ReviewDecision.Accepted, "Ines"));

        Assert.Equal(3, refused.Errors[0].Line);
    }

    [Fact]
    public void What_is_shown_of_a_proposal_is_what_stands_there()
    {
        var proposal = Drafts.Read().Events[0];

        Assert.Equal(
            ("rule talks-offered/2", 0.71, (38, 60)),
            (proposal.By, proposal.Confidence, proposal.Sentence!.Value)
        );
        Assert.Equal(["varland-offers-talks", "other-act"], proposal.Acts);
        Assert.Equal("direct talks", proposal.Find("details.form"));
        Assert.Equal("[Pier house, Old mill]", proposal.Find("details.venues"));
        Assert.True(proposal.IsOpen);
        Assert.Null(Drafts.Read().Events[2].By);
    }
}
