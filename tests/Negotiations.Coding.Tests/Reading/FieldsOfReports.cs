namespace Negotiations.Coding.Tests;

/// <summary>Joint actors, several rounds, issues, what has ended and what an article covers.</summary>
public sealed class FieldsOfReports : IDisposable
{
    private const string Issues = "issues:\n  - {name: Fishing rights, id: fishing, spellings: [the nets]}\n";

    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task Several_actors_are_one_and_those_who_acted_with_him_each_on_the_side_of_the_file()
    {
        var offer = await Coded.ReadReportAsync(
            "offer",
            "actor: President Brill",
            "actor: [President Brill, Keel, Fishing villages]"
        );

        Assert.Equal(new Name("President Brill", "ada-brill"), offer.Actor);
        Assert.Equal("varland", offer.Side!.Id);
        Assert.Equal(
            [
                new Doer(new("Keel", "tomas-keel"), new("", "ostrelia")),
                new Doer(new("Fishing villages", "fishing-villages")),
            ],
            offer.Joint
        );
        Assert.Equal("the president", offer.Written);
    }

    [Theory]
    [InlineData("happened: April 2")]
    [InlineData("happened: 2 April")]
    [InlineData("happened: 2 April 2031")]
    public async Task A_day_without_a_year_is_that_nearest_to_the_publication(string happened)
    {
        var offer = await Coded.ReadReportAsync("offer", "happened: 2031-04-02", happened);

        Assert.Equal("2031-04-02", offer.Happened?.Text);
    }

    [Fact]
    public async Task That_holds_for_details_too()
    {
        var offer = await Coded.ReadReportAsync("offer", "date: 2031-04-04", "date: April 4");

        Assert.Equal("2031-04-04", Assert.IsType<TalksOffered>(offer).Date?.Text);
    }

    [Fact]
    public async Task Several_rounds_an_issue_and_what_has_ended_are_read()
    {
        var article = LakeTalks.Article.With(
            "round: 2031-04",
            "round: [2031-04, \"2029\"]\n    issue: the Nets\n    ended: true"
        );

        var offer = (await Coded.ReadAsync(article, LakeTalks.Negotiation + Issues)).Reports[0];

        Assert.Equal("2031-04", offer.Round);
        Assert.Equal(["2029"], offer.FurtherRounds);
        Assert.Equal((new Name("the Nets", "fishing"), true), (offer.Issue, offer.Ended));
    }

    [Fact]
    public async Task What_the_article_covers_holds_for_each_report_that_says_nothing_else()
    {
        var article = LakeTalks
            .Article.With("coder: a tester", "coder: a tester\ncovers: 2031-04-01/2031-04-02")
            .With("lookingBack: false", "covers: 2031-03-31")
            .With("timeOfDay: morning", "timeOfDay: morning\n    covers: null");

        var covers = (await Coded.ReadAsync(article)).Reports.Select(report => report.Covers?.Text);

        Assert.Equal([null, "2031-03-31", "2031-04-01/2031-04-02"], covers.Take(3));
    }

    [Theory]
    [InlineData("actor: President Brill", "actor: [Brill, Ada Brill]", "actor", "'Ada Brill' is there twice")]
    [InlineData("actor: President Brill", "actor: [Brill, Nobody]", "actor", "nobody defined the name 'Nobody'")]
    [InlineData("actor: President Brill", "actor: []", "actor", "must not be empty")]
    [InlineData("round: 2031-04", "round: [2031-04, 2031-04]", "round", "'2031-04' is there twice")]
    [InlineData("round: 2031-04", "round: [2031-04, 2031-05]", "round", "nobody defined the round '2031-05'")]
    [InlineData("round: 2031-04", "round: []", "round", "must not be empty")]
    [InlineData("round: 2031-04", "round: 2031-04\n    issue: fishin", "issue", "did you mean 'fishing'")]
    [InlineData("round: 2031-04", "round: 2031-04\n    ended: yes", "ended", "neither true nor false")]
    [InlineData("round: 2031-04", "round: 2031-04\n    covers: 2031-04", "covers", "neither a day nor an interval")]
    [InlineData("round: 2031-04", "round: 2031-04\n    covers: 2031-04-01/..", "covers", "neither a day nor an")]
    [InlineData("round: 2031-04", "round: 2031-04\n    covers: 2031-04-04", "covers", "begins after the publication")]
    public async Task What_is_wrong_is_named_at_the_field(string find, string replacement, string field, string message)
    {
        var errors = await Coded.ErrorsOfAsync(
            LakeTalks.Article.With(find, replacement),
            LakeTalks.Negotiation + Issues
        );

        var error = Assert.Single(errors);
        Assert.Equal($"events[0].{field}", error.Field);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task What_an_article_covers_is_wrong_once_at_the_top()
    {
        var article = LakeTalks.Article.With("coder: a tester", "coder: a tester\ncovers: 2031-04-04/2031-04-05");

        var error = Assert.Single(await Coded.ErrorsOfAsync(article));

        Assert.Equal(("covers", article.FindLine("covers:")), (error.Field, error.Line));
    }

    [Fact]
    public async Task Everything_is_written_and_read_again_also_in_corrections()
    {
        lake.Folder.Write("lake.yaml", LakeTalks.Negotiation + Issues);
        lake.Change("herald.yaml", "coder: a tester", "coder: a tester\ncovers: 2031-04-02");
        lake.Change("herald.yaml", "actor: President Brill", "actor: [President Brill, Keel]");
        lake.Change(
            "herald.yaml",
            "round: 2031-04",
            "round: [2031-04, \"2029\"]\n    issue: the nets\n    ended: true"
        );
        File.AppendAllText(
            lake.Folder.ResolvePath("herald.yaml"),
            """
            corrections:
              - id: alone
                report: offer
                by: coder
                reason: misread
                reattribute: {actor: President Brill}
              - id: together
                report: pause
                by: coder
                reason: misread
                reattribute: {actor: [Merin, Varland]}
                reassign: {round: [general, 2031-04], issue: fishing}
                redate: {covers: 2031-04-01/2031-04-02}
                amend: {ended: true}

            """
        );
        await lake.ReplayAsync();
        var log = await lake.Store.ReadLogAsync(LakeTalks.Id, recordedBy: null);

        var files = WrittenFile.WriteAll(log);
        var reports = log.Timeline.Reports.ToDictionary(report => ((Report)report.Recorded.Event).Id);

        Written.SameEvents(lake.Store, await Written.ReplayedAsync(files));
        var text = files.Single(file => file.File == "herald-1.yaml").Text;
        Assert.Equal(2, text.Split("covers: ").Length - 1);
        Assert.StartsWith("covers: ", text[text.IndexOf("covers: ", StringComparison.Ordinal)..]);
        Assert.Null(reports["offer"].At(null)!.Report.Joint);
        var pause = reports["pause"].At(null)!.Report;
        Assert.Equal(["merin", "varland"], pause.Doers.Select(doer => doer.Id));
        Assert.Equal("general", pause.Round);
        Assert.Equal(["2031-04"], pause.FurtherRounds);
        Assert.Equal(("fishing", true), (pause.Issue?.Id, pause.Ended));
        Assert.Equal("2031-04-01/2031-04-02", pause.Covers?.Text);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing_and_an_edit_is_told_by_its_field()
    {
        await lake.ReplayAsync();
        var again = await lake.ReplayAsync();
        lake.Change("herald.yaml", "actor: President Brill", "actor: [President Brill, Keel]");
        lake.Change("herald.yaml", "round: 2031-04", "round: [2031-04, \"2029\"]\n    ended: true");
        var edited = await lake.ReplayAsync();

        Assert.All(again.Steps, step => Assert.Equal(0, step.Appended));
        Assert.Equal(
            ["ended", "furtherRounds[0]", "joint[0].name"],
            edited.Differences.Select(difference => difference.Field).Order()
        );
    }

    [Fact]
    public async Task Edits_become_corrections_that_a_file_can_say()
    {
        await lake.ReplayAsync();
        lake.Change("herald.yaml", "actor: President Brill", "actor: [President Brill, Keel]");
        lake.Change("herald.yaml", "round: 2031-04", "round: [2031-04, \"2029\"]");
        await Replay.RunAsync(lake.Store, [lake.Folder.Path], edits: new("a desk", "misread"));

        var log = await lake.Store.ReadLogAsync(LakeTalks.Id, recordedBy: null);
        var offer = log
            .Timeline.Reports.First(report => ((Report)report.Recorded.Event).Id == "offer")
            .At(null)!
            .Report;

        Assert.Equal(["ada-brill", "tomas-keel"], offer.Doers.Select(doer => doer.Id));
        Assert.Equal(["2029"], offer.FurtherRounds);
        Written.SameEvents(lake.Store, await Written.ReplayedInStepsAsync(WrittenFile.InSteps(log)));
    }
}
