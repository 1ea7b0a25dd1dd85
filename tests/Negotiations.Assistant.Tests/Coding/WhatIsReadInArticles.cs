namespace Negotiations.Assistant.Tests;

public class WhatIsReadInArticles
{
    [Fact]
    public void Entries_of_a_live_blog_have_their_own_times_and_shift_no_position()
    {
        const string Text = """
            Harbour talks, live

            14:30
            Norland offered Suderland talks in Port Halden.

            09:10
            Suderland rejected a ceasefire.
            """;
        var draft = Examples.Propose(Text);

        var offer = Assert.Single(draft.Proposals, proposal => proposal.Type == "TalksOffered");
        var rejection = Assert.Single(draft.Proposals, proposal => proposal.Type == "CeasefireRejected");
        Assert.Equal(NodaTime.Instant.FromUtc(2031, 4, 16, 12, 30), offer.Known!.Time);
        Assert.Equal(NodaTime.Instant.FromUtc(2031, 4, 16, 7, 10), rejection.Known!.Time);
        Assert.Equal(
            "Norland offered Suderland talks in Port Halden",
            Text[offer.Evidence[0].Start..offer.Evidence[0].End]
        );
        Assert.Equal(2, draft.Notes.Count(note => note.Kind == DraftNoteKind.Entry));
    }

    [Fact]
    public void Links_captions_and_sign_up_walls_are_left_out()
    {
        const string Text = """
            Norland offers talks

            Norland offered Suderland talks in Port Halden.
            File picture: Ms Brill offers talks in Merin/AP
            Suderland rejects the ceasefire for good
            Ms Vell did not answer on Tuesday.
            Sign up to our newsletter: Suderland rejected a ceasefire.
            """;
        var draft = Examples.Propose(Text);

        Assert.All(draft.Proposals, proposal => Assert.Equal("TalksOffered", proposal.Type));
        Assert.Equal(3, draft.Notes.Count(note => note.Kind == DraftNoteKind.Boilerplate));
    }

    [Fact]
    public void A_text_with_nearly_the_same_words_is_proposed_as_a_link()
    {
        var story = string.Join(
            ' ',
            Enumerable.Range(0, 60).Select(i => $"Norland offered ship {i} to the port of Merin.")
        );
        var article = Examples.Context with
        {
            Texts = [new("wire", new(story + " More followed.")), new("other", new(new string('x', 500)))],
        };

        var link = Assert.Single(Examples.Propose("A headline\n\n" + story, article).Links);
        Assert.Equal("wire", link.Article);
        Assert.True(link.Contained > 0.9, $"{link.Contained}");
    }

    [Fact]
    public void An_act_of_the_store_with_the_same_type_actor_and_day_is_the_first_candidate()
    {
        var article = Examples.Context with
        {
            Acts =
            [
                new("vell-offers", "TalksOffered", ["Mara Vell"], "2031-04") { Happened = Edtf.Parse("2031-04-14") },
                new("norland-offers", "TalksOffered", ["Norland"], "2031-04") { Happened = Edtf.Parse("2031-04-15") },
            ],
        };

        var offer = Examples.Propose("On Tuesday, Norland offered talks.", article).Proposals[0];
        Assert.Equal(["norland-offers"], offer.ActCandidates);
    }

    [Theory]
    [InlineData("“We are ready for talks,” Ms Vell told Unipress.", "Mara Vell", "Unipress")]
    [InlineData("Norland has rejected the plan, two officials said.", "two officials", null)]
    [InlineData("According to Piet Hahn, Norland rejected the plan.", "Piet Hahn", null)]
    [InlineData("Norland rejected the plan, said Jon Ost.", "Jon Ost", null)]
    [InlineData("The Suderland president said she would attend the talks.", "Mara Vell", null)]
    [InlineData("Norland rejected the plan.", "Norland", null)]
    [InlineData(
        "A Western diplomat, who asked not to be named, said Norland and Suderland had agreed to swap prisoners.",
        "A Western diplomat",
        null
    )]
    [InlineData("Two officials, speaking privately, said Norland rejected the plan.", "Two officials", null)]
    [InlineData("A diplomat said that the two sides had confirmed that Norland rejected the plan.", "A diplomat", null)]
    public void The_origin_of_the_chain_is_whoever_says_it(string sentence, string origin, string? through)
    {
        var proposal = Examples.Propose(sentence).Proposals[0];

        Assert.Equal(origin, proposal.Chain[0].Name);
        Assert.Equal(through, proposal.Chain.Skip(1).FirstOrDefault()?.Name);
    }

    [Fact]
    public void What_an_unnamed_diplomat_says_about_both_sides_is_no_claim_of_theirs()
    {
        var proposal = Examples
            .Propose(
                "Norland and Suderland are neighbours.\n\nA Western diplomat, who spoke on condition of anonymity, "
                    + "said the two sides had agreed to exchange 1,000 prisoners each."
            )
            .Proposals[0];

        var link = Assert.Single(proposal.Chain);
        Assert.Equal(("A Western diplomat", LinkKind.Unnamed), (link.Name, link.Kind));
        Assert.Null(link.Side);
    }

    [Theory]
    [InlineData("On Monday, Norland rejected the plan.", "2031-04-14", "On Monday", null)]
    [InlineData("Norland rejected the plan late on Tuesday.", "2031-04-15", "late on Tuesday", "late")]
    [InlineData("Norland rejected the plan last weekend.", "[2031-04-12..2031-04-13]", "last weekend", null)]
    [InlineData("Norland rejected the plan in March.", "2031-03", "in March", null)]
    [InlineData("Norland rejected the plan two years ago.", "2029", "two years ago", null)]
    [InlineData("Norland rejected the plan within 30 days.", null, null, null)]
    [InlineData("Norland called for a ceasefire starting on Friday.", null, null, null)]
    [InlineData("The talks on Friday collapsed, and Norland left.", "2031-04-11", "on Friday", null)]
    [InlineData("Norland and Suderland held talks in Merin on 2 April.", "2031-04-02", "on 2 April", null)]
    public void Dates_follow_from_tense_and_publication(string sentence, string? happened, string? words, string? part)
    {
        var proposal = Examples.Propose(sentence).Proposals[0];

        Assert.Equal((happened, words, part), (proposal.Happened, proposal.HappenedFrom, proposal.TimeOfDay));
    }

    [Theory]
    [InlineData("Norland accepted the plan.", Modality.Asserted)]
    [InlineData("Norland accepted the plan, two officials said.", Modality.Reported)]
    [InlineData("Norland may accept the plan.", Modality.Possible)]
    [InlineData("Norland would accept the plan if Suderland withdrew.", Modality.Conditional)]
    [InlineData("Osterland called for a ceasefire.", Modality.Demanded)]
    [InlineData("Ms Brill will meet Ola Trin in Merin.", Modality.Planned)]
    [InlineData("Ms Brill is expected to meet Ola Trin in Merin.", Modality.Expected)]
    public void Modality_follows_from_the_verb_and_its_source(string sentence, Modality modality) =>
        Assert.Equal(modality, Examples.Propose(sentence).Proposals[0].Modality);

    [Fact]
    public void Every_required_detail_is_there_if_only_as_null()
    {
        var offer = Examples.Propose("Norland offered talks.").Proposals[0];

        Assert.Contains("form", offer.Details);
        Assert.Contains("venues", offer.Details);
        Assert.Null(offer.Details["form"]);
    }
}
