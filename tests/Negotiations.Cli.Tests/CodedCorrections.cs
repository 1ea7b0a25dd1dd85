namespace Negotiations.Cli.Tests;

/// <summary>Corrections that stand in a coded file, beside the reports that they correct.</summary>
public sealed class CodedCorrections : IDisposable
{
    private const string File = "courier-2031-04-02.yaml";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(
        "report: offfer, by: coder, reason: r, retract: true",
        "corrections[0].report",
        "there is no report 'offfer', neither in this file nor in the store; did you mean 'offer'?"
    )]
    [InlineData(
        "report: offer, by: coder, reason: r, retract: true, redate: {happened: 2031-04-01}",
        "corrections[0].redate",
        "one correction does one thing: 'retract' and 'redate' are two"
    )]
    [InlineData(
        "report: offer, by: coder, reason: r, redate: {hapened: 2031-04-01}",
        "corrections[0].redate.hapened",
        "is not a field here; there are happened, happenedFrom, timeOfDay, lookingBack, covers, known, "
            + "precededBy; did you mean 'happened'?"
    )]
    [InlineData(
        "correction: zzz, by: coder, reason: r, undo: true",
        "corrections[0].correction",
        "there is no correction 'zzz', neither in this file nor in the store"
    )]
    [InlineData(
        "report: offer, by: publisher, reason: r, retract: true, notice: {published: {time: "
            + "2031-04-02T18:29, basis: stated}, reference: column}",
        "corrections[0]",
        "would be older than the article"
    )]
    [InlineData(
        "report: offer, by: publisher, reason: r, retract: true",
        "corrections[0]",
        "a publisher's correction has a notice"
    )]
    [InlineData(
        "report: offer, by: coder, reason: r, reassign: {round: '1999'}",
        "corrections[0].reassign.round",
        "nobody defined the round '1999'"
    )]
    [InlineData(
        "report: offer, by: coder, reason: r, amend: {evidence: [{start: 1, end: 9000, sha256: "
            + "7d3841a750a264d069b1d39d275c28ed765e85328662af228fe28600f964d640}]}",
        "corrections[0].amend.evidence[0].end",
        "outside the text"
    )]
    [InlineData("report: offer, by: coder, reason: r", "corrections[0]", "does not say what is corrected")]
    [InlineData("by: coder, reason: r, link: elsewhere", "corrections[0]", "there is no article 'elsewhere'")]
    [InlineData(
        "report: offer, on: nothing, by: coder, reason: r, retract: true",
        "corrections[0].on",
        "there is no correction 'nothing', neither in this file nor in the store"
    )]
    public async Task One_that_makes_no_sense_is_refused_with_its_place_and_nothing_is_appended(
        string correction,
        string place,
        string problem
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var run = await store.RunAsync("replay", With($"  - {{id: one, {correction}}}"));

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.Matches($@"{File}:\d+: {System.Text.RegularExpressions.Regex.Escape(place)}", run.Error);
        Assert.Contains(problem, run.Error);
    }

    [Fact]
    public async Task A_time_of_publication_after_a_notice_is_refused_also_where_both_come_in_together()
    {
        await using var store = await SampleStore.EmptyAsync();
        foreach (var other in Directory.EnumerateFiles(Repository.Harbour, "*.yaml"))
            System.IO.File.Copy(other, folder.ResolvePath(Path.GetFileName(other)));
        With(
            "  - {id: notice, report: offer, by: publisher, reason: r, retract: true, "
                + "notice: {published: {time: 2031-04-03T09:00, basis: stated}, reference: column}}\n"
                + "  - {id: later, by: coder, reason: r, published: {time: 2031-04-03T09:01, basis: stated}}"
        );

        var run = await store.RunAsync("replay", folder.ResolvePath());

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(
            "corrections[1]: the notice 'notice' of 2031-04-03T09:00:00+13:00 would be older than the "
                + "article, which came out at 2031-04-03T09:01:00+13:00",
            run.Error
        );
        Assert.Equal(0, await store.CountAsync());
    }

    [Fact]
    public async Task One_that_changes_nothing_is_taken_in_and_told()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "replay",
            With("  - {id: ten, report: pause-proposed, by: coder, reason: misread, amend: {durationDays: 10}}")
        );

        Assert.Equal(
            (0, "negotiations: courier-2031-04-02!ten changes nothing: the values are as they are\n"),
            (run.Code, run.Error)
        );
    }

    [Fact]
    public async Task They_are_taken_in_once()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();
        var path = With(
            "  - {id: thirteen, report: pause-proposed, by: coder, reason: misread, amend: {durationDays: 13}}\n"
                + "  - {id: twelve, report: pause-proposed, on: thirteen, by: coder, reason: misread again, "
                + "amend: {durationDays: 12}}"
        );

        var first = await store.RunAsync("replay", path);
        var again = await store.RunAsync("replay", path);

        Assert.Equal((0, "", 0, ""), (first.Code, first.Error, again.Code, again.Error));
        Assert.Equal(events + 2, await store.CountAsync());
        Assert.Contains(
            "\"durationDays\": 12",
            (await store.RunAsync("state", "harbour", "2031-04/ceasefire", "--format", "json")).Output
        );
    }

    [Fact]
    public async Task Of_two_files_that_correct_the_same_state_the_second_is_told_of_the_first_and_how_to_build_on_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "replay",
                    With(
                        "  - {id: twelve, report: pause-proposed, by: coder, reason: misread, amend: "
                            + "{durationDays: 12}}"
                    )
                )
            ).Code
        );
        var events = await store.CountAsync();

        var second = await store.RunAsync(
            "replay",
            With(
                "  - {id: fourteen, report: pause-proposed, by: coder, reason: it is fourteen, amend: "
                    + "{durationDays: 14}}"
            )
        );
        Assert.Equal((2, "", events), (second.Code, second.Output, await store.CountAsync()));
        Assert.Contains(
            "somebody corrected it in between: 'twelve' (misread); build on that with 'on: twelve'",
            second.Error
        );

        var built = await store.RunAsync(
            "replay",
            With(
                "  - {id: fourteen, report: pause-proposed, on: twelve, by: coder, reason: it is "
                    + "fourteen, amend: {durationDays: 14}}"
            )
        );
        Assert.Equal((0, "", events + 1), (built.Code, built.Error, await store.CountAsync()));
    }

    [Fact]
    public async Task Files_that_correct_different_reports_of_one_article_do_not_disturb_each_other()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();
        var paths = new[] { "offer", "pause-proposed", "tidewell-agrees", "fennimoor-attends" }
            .Select(report =>
                With(
                    $"  - {{id: {report}-again, report: {report}, by: coder, reason: looked again, "
                        + "amend: {certainty: 2}}",
                    $"{report}.yaml"
                )
            )
            .ToList();

        var runs = await Task.WhenAll(paths.Select(path => Task.Run(() => store.RunAsync("replay", path))));

        Assert.All(runs, run => Assert.Equal((0, ""), (run.Code, run.Error)));
        Assert.Equal(events + paths.Count, await store.CountAsync());
    }

    // The file of the article with corrections at its end.
    private string With(string corrections, string name = File)
    {
        var article = System.IO.File.ReadAllText(Path.Combine(Repository.Harbour, File)).TrimEnd();
        return folder.Write(name, $"{article}\ncorrections:\n{corrections}\n");
    }
}
