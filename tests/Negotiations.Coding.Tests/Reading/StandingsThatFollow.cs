namespace Negotiations.Coding.Tests;

/// <summary>A standing that is left out follows from actor, chain and sides.</summary>
public class StandingsThatFollow
{
    private const string Chain = "{name: Arno, kind: person,";

    [Theory]
    // The actor himself, his spokesman, an institution of his side; a party through anybody of its side.
    [InlineData("President Brill", "name: Ada Brill, kind: person", Standing.Own)]
    [InlineData("President Brill", "name: Arno, kind: person", Standing.Own)]
    [InlineData("President Brill", "name: the chancellery, kind: institution", Standing.Own)]
    [InlineData("the chancellery", "name: Arno, kind: person", Standing.Own)]
    [InlineData("Arno", "name: the chancellery, kind: institution", Standing.Own)]
    [InlineData("Varland", "name: Ada Brill, kind: person", Standing.Own)]
    // Another person of the side says nothing for the actor, and another side neither.
    [InlineData("Arno", "name: Ada Brill, kind: person", Standing.Other)]
    [InlineData("President Brill", "name: Tomas Keel, kind: person", Standing.Other)]
    [InlineData("Ines Rook", "name: Ada Brill, kind: person", Standing.Other)]
    // Unnamed: by the side that the text gives.
    [InlineData("President Brill", "name: an aide, kind: unnamed, side: Varland", Standing.OwnUnnamed)]
    [InlineData("President Brill", "name: an aide, kind: unnamed, side: Ostrelia", Standing.Other)]
    [InlineData("President Brill", "name: an aide, kind: unnamed", Standing.Other)]
    [InlineData("null", "name: an aide, kind: unnamed, side: Varland", Standing.Other)]
    [InlineData("null\n    side: Varland", "name: an aide, kind: unnamed, side: Varland", Standing.OwnUnnamed)]
    // Narrated: nobody observes what somebody says.
    [InlineData("President Brill", "name: Lakewire, kind: agency", Standing.Other)]
    public async Task Of_an_act_of_saying(string actor, string origin, Standing expected)
    {
        var article = LakeTalks
            .Article.With("actor: President Brill", $"actor: {actor}")
            .With(Chain, $"{{{origin},")
            .With("    standing: own\n", "");

        var offer = (await Coded.ReadAsync(article)).Reports[0];

        Assert.Equal((expected, true), (offer.Standing, offer.StandingIsDerived));
    }

    [Theory]
    [InlineData("name: Tomas Keel, kind: person", Standing.Own)]
    [InlineData("name: Ostrelia, kind: institution", Standing.Own)]
    [InlineData("name: Ada Brill, kind: person", Standing.Other)]
    [InlineData("name: two officials, kind: unnamed, side: Ostrelia", Standing.OwnUnnamed)]
    [InlineData("name: two officials, kind: unnamed, side: Varland", Standing.Other)]
    public async Task Of_an_attendance_by_the_person_whose_it_is(string origin, Standing expected)
    {
        var article = LakeTalks
            .Article.With("actor: Keel", "actor: Brill")
            .With("{name: two officials, kind: unnamed, side: Ostrelia,", $"{{{origin},")
            .With("    standing: own-unnamed\n", "");

        Assert.Equal(expected, (await Coded.ReadAsync(article)).Reports[1].Standing);
    }

    [Theory]
    [InlineData("asserted", Standing.Observed)]
    [InlineData("reported", Standing.Other)]
    [InlineData("expected", Standing.Other)]
    public async Task Of_what_the_outlet_narrates(string modality, Standing expected)
    {
        var narrated = LakeTalks.Article.IndexOf("id: delegation", StringComparison.Ordinal);
        var article =
            LakeTalks.Article[..narrated]
            + LakeTalks
                .Article[narrated..]
                .With("    standing: observed\n", "")
                .With("modality: asserted", $"modality: {modality}");

        Assert.Equal(
            expected,
            (await Coded.ReadAsync(article)).Reports.Single(report => report.Id == "delegation").Standing
        );
    }

    [Fact]
    public async Task A_correction_of_the_chain_derives_it_again_and_the_writer_leaves_it_out()
    {
        using var lake = new Lake();
        var article = LakeTalks.Article.With("    standing: own\n", "");
        lake.Folder.Write(
            "herald.yaml",
            article
                + """
                corrections:
                  - id: keel-said-it
                    report: offer
                    by: coder
                    reason: misread
                    reattribute: {chain: [{name: Keel, kind: person, implied: the byline}]}

                """
        );
        await lake.ReplayAsync();
        var log = await lake.Store.ReadLogAsync(LakeTalks.Id, recordedBy: null);
        var offer = log.Timeline.Reports.Single(report => ((Report)report.Recorded.Event).Id == "offer");

        Assert.Equal(Standing.Own, ((Report)offer.Recorded.Event).Standing);
        Assert.Equal(
            (Standing.Other, true),
            (offer.At(null)!.Report.Standing, offer.At(null)!.Report.StandingIsDerived)
        );
        var written = WrittenFile.WriteAll(log).Single(file => file.File == "herald-1.yaml").Text;
        Assert.DoesNotContain("standing", written[..written.IndexOf("keel-stays-away", StringComparison.Ordinal)]);
        Assert.Contains("standing: null", written[written.IndexOf("keel-said-it", StringComparison.Ordinal)..]);
        Written.SameEvents(lake.Store, await Written.ReplayedAsync(WrittenFile.WriteAll(log)));
    }

    [Theory]
    [InlineData("    standing: own\n", "", "{\"standingIsDerived\":true,\"standing\":\"own\"}")]
    [InlineData("", "    standing: other\n", "{\"standing\":\"other\",\"standingIsDerived\":false}")]
    public async Task One_that_is_written_can_follow_later_and_the_other_way_round(
        string before,
        string after,
        string changes
    )
    {
        using var lake = new Lake();
        lake.Change("herald.yaml", "    standing: own\n    modality", $"{before}    modality");
        await lake.ReplayAsync();
        lake.Change("herald.yaml", $"{before}    modality", $"{after}    modality");
        await Replay.RunAsync(lake.Store, [lake.Folder.Path], edits: new("misread"));
        var log = await lake.Store.ReadLogAsync(LakeTalks.Id, recordedBy: null);

        Assert.Equal(
            changes,
            Assert
                .Single(log.Events.Select(recorded => recorded.Event).OfType<ReportCorrected>())
                .Changes.ToJsonString()
        );
        Assert.Equal(after == "", log.Timeline.Reports[0].At(null)!.Report.StandingIsDerived);
        Written.SameEvents(lake.Store, await Written.ReplayedInStepsAsync(WrittenFile.InSteps(log)));
    }

    [Fact]
    public async Task Nobodys_own_word_is_what_somebody_else_tells_of_him()
    {
        using var lake = new Lake();
        lake.Change("herald.yaml", Chain, "{name: Keel, kind: person,");

        var error = Assert.Single((await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync())).Errors);

        Assert.Equal("events[0].standing", error.Field);
        Assert.Contains("the chain begins with somebody else than 'President Brill'", error.Message);
    }
}
