namespace Negotiations.Coding.Tests;

/// <summary>A corrected report keeps the rules that a new one keeps, through the corrections of a coded file.</summary>
public sealed class CorrectedReportsMustHold : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    private static readonly string Span = $"{{start: 1995, end: 2001, sha256: {LakeTalks.C}}}";

    public static TheoryData<string, string, string> Broken =>
        new()
        {
            { "reattribute: {standing: own-unnamed}", "reattribute.standing", "'own-unnamed' is an unnamed speaker" },
            { "reattribute: {standing: observed}", "reattribute.standing", "'observed' is what the outlet saw itself" },
            {
                "reattribute: {chain: [{name: an aide, kind: unnamed, implied: the text says so}]}",
                "",
                "standing: 'own' is a named speaker"
            },
            { "redate: {happened: 2031-04-04}", "redate.happened", "2031-04-04 lies after the publication" },
            { "redate: {timeOfDay: late}", "redate.timeOfDay", "evening lies before the late of 'offer'" },
            { "redate: {precededBy: [nothing]}", "redate.precededBy", "'nothing' is not a report of this file" },
            {
                $"amend: {{evidence: [{Span}]}}",
                "amend.evidence[0].end",
                "the span ends at 2001, outside the text of 2000 code points"
            },
            {
                $"amend: {{evidence: [{Span.With("1995", "2001")}]}}",
                "amend.evidence[0].end",
                "the span from 2001 to 2001 is empty or runs backwards"
            },
            {
                $"amend: {{evidence: [{Span.With("1995", "-1")}]}}",
                "amend.evidence[0].end",
                "the span from -1 to 2001 is empty or runs backwards"
            },
            { "amend: {evidence: []}", "amend.evidence", "must not be empty" },
            {
                $"reattribute: {{chain: [{{name: Arno, kind: person, {Span[1..]}]}}",
                "reattribute.chain[0].end",
                "the span ends at 2001"
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_coders_correction_that_breaks_a_rule_is_refused_where_it_stands(
        string change,
        string field,
        string problem
    ) => await IsRefusedAsync($"  - {{id: c, report: offer, by: coder, reason: misread, {change}}}", field, problem);

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task So_is_a_publishers(string change, string field, string problem)
    {
        // Whom the text puts earlier is the coder's alone.
        if (change.Contains("precededBy", StringComparison.Ordinal))
            problem = "'precededBy' is the coder's";
        if (change.Contains("precededBy", StringComparison.Ordinal))
            field = "";
        await IsRefusedAsync(
            "  - {id: c, report: offer, by: publisher, reason: withdrawn, notice: {published: "
                + $"{{time: 2031-04-05, basis: stated}}, reference: page 2}}, {change}}}",
            field,
            problem
        );
    }

    [Theory]
    [InlineData(
        "schedule",
        "amend: {date: null, venue: null}",
        "talks are scheduled when at least one of date and venue is given"
    )]
    [InlineData("call", "amend: {modality: planned}", "a forecast or a plan is not yet held")]
    [InlineData(
        "keel-stays-away",
        "reattribute: {chain: [{name: two officials, kind: unnamed, implied: so it says}]}",
        "give the 'side' of the first link"
    )]
    public async Task Details_and_modality_must_fit_too(string report, string change, string problem) =>
        await IsRefusedAsync(
            $"  - {{id: c, report: {report}, by: coder, reason: misread, {change}}}",
            field: null,
            problem
        );

    [Fact]
    public async Task A_time_of_publication_before_what_was_reported_is_refused() =>
        await IsRefusedAsync(
            "  - {id: c, by: coder, reason: time zone, published: {time: 2031-03-31T08:00, basis: stated}}",
            field: null,
            "2031-04-02 lies after the publication"
        );

    [Fact]
    public async Task Undoing_what_another_correction_needs_is_refused()
    {
        const string Corrections =
            "  - {id: unnamed, report: offer, by: coder, reason: misread, reattribute: {standing: other, "
            + "chain: [{name: an aide, kind: unnamed, side: Varland, implied: so it says}]}}\n"
            + "  - {id: own, report: offer, by: coder, on: unnamed, reason: misread, "
            + "reattribute: {standing: own-unnamed}}";
        Add(Corrections);
        await lake.ReplayAsync();

        await IsRefusedAsync(
            Corrections + "\n  - {id: back, correction: unnamed, by: coder, reason: it was right, undo: true}",
            "",
            "'own-unnamed' is an unnamed speaker"
        );
    }

    [Fact]
    public async Task Corrections_of_one_file_are_judged_by_what_they_come_to_together()
    {
        Add(
            """
              - {id: a, report: offer, by: coder, reason: misread, redate: {timeOfDay: late}}
              - {id: b, report: keel-stays-away, by: coder, reason: misread, redate: {timeOfDay: late}}
            """
        );

        Assert.Equal(11, (await lake.ReplayAsync()).Steps.Sum(step => step.Appended));
    }

    [Fact]
    public async Task Edits_as_corrections_are_judged_together_too()
    {
        await lake.ReplayAsync();
        lake.Change("herald.yaml", "timeOfDay: evening", "timeOfDay: late");
        lake.Change("herald.yaml", "timeOfDay: morning", "timeOfDay: late");

        var result = await Replay.RunAsync(lake.Store, [lake.Folder.Path], edits: new("second reading"));

        Assert.Equal(2, result.Steps.Sum(step => step.Appended));
    }

    private async Task IsRefusedAsync(string corrections, string? field, string problem)
    {
        if (lake.Store.Log.Count == 0)
            await lake.ReplayAsync();
        var events = lake.Store.Log.Count;
        lake.Folder.Write("herald.yaml", LakeTalks.Article);
        Add(corrections);

        var errors = (await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync())).Errors;

        var text = await File.ReadAllTextAsync(lake.Folder.ResolvePath("herald.yaml"));
        Assert.Contains(errors, error =>
            error.Message.Contains(problem, StringComparison.Ordinal)
            && (field is null || error.Field.EndsWith(field.Length == 0 ? "]" : $"].{field}", StringComparison.Ordinal))
            && error.Field.StartsWith("corrections[", StringComparison.Ordinal)
            && error.Line > text.FindLine("corrections:")
        );
        Assert.Equal(events, lake.Store.Log.Count);
    }

    private void Add(string corrections) =>
        lake.Folder.Write("herald.yaml", $"{LakeTalks.Article.TrimEnd()}\n\ncorrections:\n{corrections}\n");
}
