namespace Negotiations.Coding.Tests;

public class BratFiles
{
    [Fact]
    public void An_event_with_its_roles_and_attributes_becomes_a_proposal()
    {
        var draft = Imports.Read("quay.ann", Quay.Brat, Imports.BratMapping);

        var offer = draft.Events[0];
        Assert.Equal(("talks-offered", "TalksOffered"), (offer.Find("id"), offer.Find("type")));
        Assert.Equal(
            ("Norland", "Norland", "Suderland"),
            (offer.Find("actor"), offer.Find("written"), offer.Find("target"))
        );
        Assert.Equal(("conditional", "2031-04"), (offer.Find("modality"), offer.Find("round")));
        Assert.Equal(Quay.Offer, offer.Find("evidence"));
        Assert.Equal("André Sund", offer["chain"]![0]!["words"]!.ToString());
        Assert.Equal("import brat", offer["proposed"]!["by"]!.ToString());
        Assert.Equal("Norland: talks offered, to Suderland.", offer.Find("summary"));
    }

    [Fact]
    public void A_relation_can_add_evidence_and_a_default_fills_what_is_silent()
    {
        var refusal = Imports.Read("quay.ann", Quay.Brat, Imports.BratMapping).Events[1];

        Assert.Equal([Quay.Refusal, Quay.Offer], refusal["evidence"]!.AsArray().Select(one => one!.ToString()));
        Assert.Equal("Suderland", refusal.Find("actor"));
    }

    [Fact]
    public void What_the_mapping_does_not_name_is_counted_and_left_out()
    {
        var draft = Imports.Read("quay.ann", Quay.Brat, Imports.BratMapping.Replace("[firm, polite]", "[polite]"));

        Assert.Equal(
            [("Party", 2), ("Person", 1), ("Refusal, Status: firm", 1)],
            draft.LeftOut.Select(left => (left.Label, left.Count))
        );
        Assert.Contains(draft.Notes, note => note.Message.Contains("nothing in quay.ann is 'Refusal'"));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Whatever_a_program_counts_is_told_by_the_words_that_stand_there(bool inUtf16, bool linesAsOne)
    {
        var read = linesAsOne ? Quay.Raw.Replace("\r\n", "\n") : Quay.Raw;
        var at = read.IndexOf(Quay.Refusal, StringComparison.Ordinal);
        var start = inUtf16 ? at : read[..at].EnumerateRunes().Count();

        var draft = Imports.Read(
            "quay.ann",
            $"T1\tOffer {start} {start + Quay.Refusal.Length}\t{Quay.Refusal}\n",
            "events: [{label: Offer, type: TalksRejected}]"
        );

        Assert.Equal(Quay.Refusal, draft.Events[0].Find("evidence"));
    }

    [Fact]
    public void Words_of_several_stretches_are_several_pieces_of_evidence()
    {
        var (first, second) = (Quay.CodePoints("Norland"), Quay.CodePoints("talks"));

        var draft = Imports.Read(
            "quay.ann",
            $"T1\tOffer {first.Start} {first.End};{second.Start} {second.End}\tNorland talks\n",
            "events: [{label: Offer, type: TalksOffered}]"
        );

        Assert.Equal(["Norland", "talks"], draft.Events[0]["evidence"]!.AsArray().Select(one => one!.ToString()));
    }

    [Fact]
    public void A_place_within_one_character_is_no_place()
    {
        var start = Quay.CodePoints(Quay.Speaker).Start;

        var error = Assert.Single(
            Imports.Refuse(
                "quay.ann",
                $"T1\tOffer {start} {start + 5}\tAndre\n",
                "events: [{label: Offer, type: TalksOffered}]"
            )
        );

        Assert.Equal((1, "T1"), (error.Line, error.Field));
        Assert.Contains("within one character", error.Message);
    }

    [Theory]
    [InlineData("T1\tOffer 14 21\tSuderla\n", 1, "says 'Suderla', and the text has")]
    [InlineData("T1\tOffer 14 999999999\tNorland\n", 1, "outside the text")]
    [InlineData("T1\tOffer 14 99999999999999999999\tNorland\n", 1, "is no place")]
    [InlineData("T1\tOffer -1 4\tNorland\n", 1, "is no place")]
    [InlineData("T1\tOffer\n", 1, "is no text-bound annotation")]
    [InlineData("\nE1\tOffer:T9\n", 2, "there is no 'T9'")]
    [InlineData("what is this\n", 1, "is no line of brat")]
    [InlineData("R1\tReason Arg1:T1 Arg2:T2\n", 1, "there is no 'T1'")]
    public void A_wrong_line_is_named(string content, int line, string message)
    {
        var error = Imports.Refuse("quay.ann", content, "events: [{label: Offer, type: TalksOffered}]")[0];

        Assert.Equal(("quay.ann", line), (error.File, error.Line));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Without_the_text_the_annotations_have_no_places() =>
        Assert.Contains(
            "--text",
            Imports.Refuse("quay.ann", Quay.Brat, Imports.BratMapping, withText: false)[0].Message
        );
}
