namespace Negotiations.Coding.Tests;

/// <summary>What became of the reports of a version, as far as the texts of two versions tell.</summary>
public sealed class WhatTwoTextsTell : IDisposable
{
    private const string Opening = "The cranes of Port Halden stood still on Monday for the third week 🚢 in a row.";
    private const string Offer = "Ilka Morvane offered the company a pause of ten days.";
    private const string Refusal = "Jom̄ Terrac 👩‍🚒 refused to open the fuel pier before the wages are settled.";
    private const string Closing = "Ferries to Senda were cancelled until further notice by all three lines.";

    private static readonly string Text = Lines(Opening, Offer, Refusal, Closing);

    private readonly Strike strike = new();

    public void Dispose() => strike.Dispose();

    [Theory]
    [InlineData("🦀🦀 Updated at noon. ")]
    [InlineData("Cafe\u0301 owners 𝔸 joined in.\n\n")]
    [InlineData("قال البحارة إنهم باقون.\r\n\r\n")]
    public async Task A_passage_that_stands_further_on_is_carried_to_where_it_stands_in_code_points(string addition)
    {
        var proposed = await strike.EditAsync(Text, addition + Text, [new("offer", Offer), new("refusal", Refusal)]);

        Assert.Equal([("offer", CarriedStatus.Carried), ("refusal", CarriedStatus.Carried)], Fates(proposed));
        var text = new NormalisedText(addition + Text);
        var shift = text.Length - new NormalisedText(Text).Length;
        var was = new Passage("refusal", Refusal).SpansIn(new(Text)).Single();
        Assert.Equal(
            was with
            {
                Start = was.Start + shift,
                End = was.End + shift,
            },
            Assert.Single(proposed.Compared.Carries[1].Evidence)
        );
        Assert.True(text.Matches(proposed.Compared.Carries[1].Evidence[0]));
    }

    [Fact]
    public async Task A_passage_between_new_paragraphs_is_carried()
    {
        var proposed = await strike.EditAsync(
            Text,
            Lines(Opening, "The weather was fine.", Offer, "Nobody else spoke.", Refusal, Closing),
            [new("offer", Offer)]
        );

        Assert.Equal([("offer", CarriedStatus.Carried)], Fates(proposed));
    }

    [Fact]
    public async Task A_report_of_which_only_some_spans_stand_is_not_carried()
    {
        var proposed = await strike.EditAsync(
            Text,
            Text.Replace("refused to open", "agreed to open"),
            [new("both", $"{Offer}|{Refusal}")]
        );

        Assert.Equal([("both", CarriedStatus.NotCompared)], Fates(proposed));
    }

    [Theory]
    [InlineData("ten days", "twelve days")]
    [InlineData("a pause", "a\u00a0pause")]
    [InlineData("ten days.", "ten days, no more.")]
    [InlineData("ten", "te\u0301n")]
    public async Task A_passage_in_which_anything_changed_is_not_carried(string before, string after)
    {
        var proposed = await strike.EditAsync(Text, Text.Replace(before, after), [new("offer", Offer)]);

        Assert.Equal([("offer", CarriedStatus.NotCompared)], Fates(proposed));
        Assert.Contains("its passage was changed", proposed.Reports[0].Reason);
    }

    [Fact]
    public async Task A_new_report_of_the_same_act_over_a_changed_passage_replaces_the_old_one()
    {
        const string Changed = "Ilka Morvane offered the company a pause of twelve days.";
        var proposed = await strike.EditAsync(
            Text,
            Text.Replace(Offer, Changed),
            [new("offer", Offer, "pause")],
            new("longer", Changed, "pause"),
            new("refusal", Refusal, "pause")
        );

        Assert.Equal(new ReplacedReport("longer", "offer"), Assert.Single(proposed.Compared.Replaces));
        Assert.Contains("of the same act", proposed.Reports[0].Reason);
    }

    [Theory]
    [InlineData("Ilka Morvane", CarriedStatus.Replaced)]
    [InlineData("Jom̄ Terrac", CarriedStatus.NotCompared)]
    public async Task Without_the_act_the_type_and_the_actor_must_be_the_same_and_the_reason_says_so(
        string actor,
        CarriedStatus fate
    )
    {
        const string Changed = "Ilka Morvane offered the company a pause of twelve days.";
        var proposed = await strike.EditAsync(
            Text,
            Text.Replace(Offer, Changed),
            [new("offer", Offer, "pause")],
            new Passage("longer", Changed, "long-pause") { Actor = actor }
        );

        Assert.Equal([("offer", fate)], Fates(proposed));
        Assert.Contains(
            fate == CarriedStatus.Replaced
                ? "same type and actor, but another act ('pause' before, 'long-pause' now)"
                : "no report of the new file",
            proposed.Reports[0].Reason
        );
    }

    [Fact]
    public async Task Two_new_reports_that_could_replace_it_leave_it_open()
    {
        const string Changed = "Ilka Morvane offered the company a pause of twelve days.";
        var proposed = await strike.EditAsync(
            Text,
            Text.Replace(Offer, Changed),
            [new("offer", Offer, "pause")],
            new("a", Changed, "pause"),
            new("b", "a pause of twelve days", "pause")
        );

        Assert.Equal([("offer", CarriedStatus.NotCompared)], Fates(proposed));
        Assert.Contains("'a' and 'b' of the same act", proposed.Reports[0].Reason);
    }

    [Fact]
    public async Task An_act_that_is_coded_anew_over_an_unchanged_passage_replaces_the_old_report()
    {
        var proposed = await strike.EditAsync(
            Text,
            Lines("Updated.", Text),
            [new("offer", Offer, "pause")],
            new("offer", Offer, "pause"),
            new("other", Offer, "another")
        );

        Assert.Equal(new ReplacedReport("offer", "offer"), Assert.Single(proposed.Compared.Replaces));
    }

    [Fact]
    public async Task A_paragraph_that_is_gone_drops_its_reports()
    {
        var proposed = await strike.EditAsync(
            Text,
            Lines(Opening, Refusal, Closing),
            [new("offer", Offer), new("refusal", Refusal)]
        );

        Assert.Equal([("offer", CarriedStatus.Dropped), ("refusal", CarriedStatus.Carried)], Fates(proposed));
    }

    [Fact]
    public async Task A_sentence_that_is_gone_is_not_mixed_up_with_one_that_begins_alike()
    {
        const string No = "The union said no to the first plan.";
        const string Yes = "The union said yes to the second plan.";

        var proposed = await strike.EditAsync(
            Lines(Opening, $"{No} {Yes}"),
            Lines(Opening, Yes),
            [new("no", No), new("yes", Yes)]
        );

        Assert.Equal([("no", CarriedStatus.Dropped), ("yes", CarriedStatus.Carried)], Fates(proposed));
    }

    [Fact]
    public async Task A_lookalike_elsewhere_is_not_the_passage()
    {
        var proposed = await strike.EditAsync(
            Text,
            Lines(
                Opening,
                Refusal,
                Closing,
                $"Nine years ago it was the same story. {Offer} Nothing came of it then, people recall."
            ),
            [new("offer", Offer)]
        );

        Assert.Equal([("offer", CarriedStatus.NotCompared)], Fates(proposed));
        Assert.Contains("stands once in the new text, but not where the texts agree", proposed.Reports[0].Reason);
    }

    [Fact]
    public async Task Of_sentences_that_read_the_same_each_is_carried_where_both_sides_of_it_tell()
    {
        const string No = "He said no.";
        var before = Lines(
            Opening,
            $"Asked about the pay for night shifts, Terrac shook his head. {No} Then he left for the "
                + "north quay at once.",
            $"Asked about the blockade of the pier, he smiled. {No} The room fell silent for a long time."
        );

        var proposed = await strike.EditAsync(
            before,
            Lines("An addition.", before),
            [new("pay", No), new Passage("pier", No) { Place = 1 }]
        );

        Assert.Equal([("pay", CarriedStatus.Carried), ("pier", CarriedStatus.Carried)], Fates(proposed));
        Assert.Equal(
            new Passage("", No).SpansIn(new(Lines("An addition.", before))),
            proposed.Compared.Carries[0].Evidence
        );
        Assert.Equal(
            new Passage("", No) { Place = 1 }.SpansIn(new(Lines("An addition.", before))),
            proposed.Compared.Carries[1].Evidence
        );
    }

    [Fact]
    public async Task Of_two_sentences_that_read_the_same_nobody_can_tell_which_one_is_left()
    {
        const string No = "He said no.";
        var proposed = await strike.EditAsync(
            Lines(Opening, No, Offer, No, Refusal),
            Lines(Opening, No, Refusal),
            [new("first", No), new Passage("second", No) { Place = 1 }]
        );

        Assert.Equal([("first", CarriedStatus.NotCompared), ("second", CarriedStatus.NotCompared)], Fates(proposed));
        Assert.All(proposed.Reports, report => Assert.Contains("stands once in the new text", report.Reason));
    }

    [Fact]
    public async Task A_paragraph_that_moved_takes_a_passage_with_it_that_the_rest_of_it_tells()
    {
        var long1 = $"{Offer} Her words were met with silence on the other side of the table.";
        var proposed = await strike.EditAsync(
            Lines(Opening, long1, Refusal, Closing),
            Lines(Opening, Refusal, Closing, long1),
            [new("offer", Offer), new("refusal", Refusal)]
        );

        Assert.Equal([("offer", CarriedStatus.Carried), ("refusal", CarriedStatus.Carried)], Fates(proposed));
    }

    [Fact]
    public async Task A_bare_sentence_that_moved_could_be_a_lookalike()
    {
        var proposed = await strike.EditAsync(
            Lines(Opening, Offer, Refusal, Closing),
            Lines(Opening, Refusal, Closing, Offer),
            [new("offer", Offer)]
        );

        Assert.Equal([("offer", CarriedStatus.NotCompared)], Fates(proposed));
        Assert.Contains("stands once in the new text", proposed.Reports[0].Reason);
    }

    [Fact]
    public async Task A_paragraph_that_moved_and_changed_is_not_taken_for_gone()
    {
        var proposed = await strike.EditAsync(
            Text,
            Lines(Opening, Refusal, Closing, Offer.Replace("ten", "twelve")),
            [new("offer", Offer)]
        );

        Assert.Equal([("offer", CarriedStatus.NotCompared)], Fates(proposed));
        Assert.Contains("may have moved and changed", proposed.Reports[0].Reason);
    }

    [Fact]
    public async Task What_the_coder_withdrew_is_not_compared_and_corrected_evidence_is()
    {
        var first = strike.Write("first", 8, Text, new Passage("offer", Offer), new Passage("refusal", Refusal));
        var span = new Passage("", Closing).SpansIn(new(Text)).Single();
        var evidence = $"[{{start: {span.Start}, end: {span.End}, sha256: {span.Sha256} }}]";
        File.AppendAllText(
            first,
            $$"""
            corrections:
              - {id: gone, report: offer, by: coder, reason: misread, retract: true}
              - {id: place, report: refusal, by: coder, reason: misread, amend: {evidence: {{evidence}} } }
            """
        );
        await strike.ReplayAsync(first);

        var proposed = await strike.CompareAsync(strike.Write("second", 9, Lines(Opening, Offer, Refusal)));

        Assert.Equal([("refusal", CarriedStatus.Dropped)], Fates(proposed));
    }

    private static IEnumerable<(string, CarriedStatus)> Fates(ProposedComparison proposed) =>
        proposed.Reports.Select(report => (report.Report, report.Fate));

    private static string Lines(params IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs);
}
