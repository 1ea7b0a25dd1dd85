namespace Negotiations.Coding.Tests;

/// <summary>Which versions are compared, and what of a comparison that is taken in.</summary>
public sealed class VersionsCompared : IDisposable
{
    private const string Opening = "The cranes of Port Halden stood still on Monday for the third week in a row.";
    private const string Offer = "Ilka Morvane offered the company a pause of ten days.";
    private const string Longer = "Ilka Morvane offered the company a pause of twelve days.";
    private const string Refusal = "Jom̄ Terrac refused to open the fuel pier before the wages are settled.";
    private const string A = $"{Opening}\n\n{Offer}\n\n{Refusal}";
    private const string B = $"{Opening}\n\n{Longer}\n\n{Refusal}";

    private readonly Strike strike = new();

    public void Dispose() => strike.Dispose();

    [Fact]
    public async Task A_text_that_goes_back_to_an_earlier_one_is_compared_with_the_version_right_before()
    {
        await strike.ReplayAsync(
            strike.Write("a", 8, A, new Passage("offer", Offer, "pause"), new Passage("refusal", Refusal))
        );
        var b = await strike.CompareAsync(strike.Write("b", 9, B, new Passage("longer", Longer, "pause")));
        Assert.Equal([new ReplacedReport("longer", "offer")], b.Compared.Replaces);
        await strike.ReplayAsync(strike.Write("b", 9, B, Block(b), new Passage("longer", Longer, "pause")));

        var back = await strike.CompareAsync(
            strike.Write("a-again", 10, A, new Passage("offer-again", Offer, "pause"))
        );

        Assert.Equal("b", back.Old.Version);
        Assert.Equal([new ReplacedReport("offer-again", "longer")], back.Compared.Replaces);
        Assert.Equal(
            new Passage("", Refusal).SpansIn(new(A)),
            Assert.Single(back.Compared.Carries, carried => carried.Report == "refusal").Evidence
        );
        Assert.Empty(back.Compared.Drops);
    }

    [Fact]
    public async Task It_can_be_compared_with_the_version_that_had_its_text_before()
    {
        await strike.ReplayAsync(
            strike.Write("a", 8, A, new Passage("offer", Offer), new Passage("refusal", Refusal)),
            strike.Write("b", 9, B, new Passage("longer", Longer))
        );

        var back = await strike.CompareAsync(strike.Write("a-again", 10, A), with: "a");

        Assert.Equal(["offer", "refusal"], back.Compared.Carries.Select(carried => carried.Report));
        Assert.Equal("a", back.Compared.With);
    }

    [Fact]
    public async Task Versions_are_ordered_by_publication_whatever_came_in_first()
    {
        await strike.ReplayAsync(strike.Write("last", 12, B, new Passage("longer", Longer)));
        await strike.ReplayAsync(strike.Write("first", 8, A, new Passage("offer", Offer)));

        Assert.Equal("first", (await strike.CompareAsync(strike.Write("middle", 10, B))).Old.Version);
    }

    [Fact]
    public async Task A_block_that_is_taken_in_says_what_became_of_the_reports()
    {
        await strike.ReplayAsync(
            strike.Write(
                "a",
                8,
                A,
                new Passage("offer", Offer, "pause"),
                new Passage("refusal", Refusal),
                new Passage("opening", Opening)
            )
        );
        var text = $"{Longer}\n\n{Refusal}";
        var proposed = await strike.CompareAsync(strike.Write("b", 9, text, new Passage("longer", Longer, "pause")));

        var result = await strike.ReplayAsync(
            strike.Write("b", 9, text, Block(proposed), new Passage("longer", Longer, "pause"))
        );

        Assert.Empty(result.Differences);
        Assert.Empty(result.NotCompared);
        var log = await strike.Store.ReadLogAsync("harbour", null);
        Assert.Equal(
            [("refusal", CarriedStatus.Carried), ("opening", CarriedStatus.Dropped), ("longer", CarriedStatus.Carried)],
            log.ReportsKnownBy(null).Select(report => (report.Report.Id, report.Fate))
        );
    }

    [Fact]
    public async Task A_version_without_reports_of_its_own_is_replayed_with_its_block_only()
    {
        await strike.ReplayAsync(strike.Write("a", 8, A, new Passage("offer", Offer)));
        var draft = strike.Write("b", 9, $"Updated.\n\n{A}");
        var error = Assert.Single((await Assert.ThrowsAsync<CodingException>(() => strike.ReplayAsync(draft))).Errors);
        Assert.Equal("'events' is missing", error.Message);

        var proposed = await strike.CompareAsync(draft);
        var result = await strike.ReplayAsync(strike.Write("b", 9, $"Updated.\n\n{A}", Block(proposed)));

        Assert.Equal([0, 1], result.Steps.Select(step => step.Appended));
    }

    [Fact]
    public async Task A_span_of_a_carried_report_that_does_not_match_the_text_is_refused()
    {
        await strike.ReplayAsync(strike.Write("a", 8, A, new Passage("offer", Offer)));
        var proposed = await strike.CompareAsync(strike.Write("b", 9, $"Updated.\n\n{A}"));
        var events = strike.Store.Log.Count;

        var span = proposed.Compared.Carries[0].Evidence[0];
        var shifted = strike.Write(
            "b",
            9,
            $"Updated.\n\n{A}",
            Block(proposed).Replace($"start: {span.Start},", $"start: {span.Start + 1},")
        );
        var error = Assert.Single(
            (await Assert.ThrowsAsync<CodingException>(() => strike.ReplayAsync(shifted))).Errors
        );

        Assert.Equal(("compared.carries[0].evidence[0]", events), (error.Field, strike.Store.Log.Count));
        Assert.True(error.Line > 0);
    }

    [Fact]
    public async Task A_new_version_that_could_be_compared_and_was_not_is_named()
    {
        var a = strike.Write("a", 8, A, new Passage("offer", Offer));
        var b = strike.Write("b", 9, B, new Passage("longer", Longer));

        Assert.Equal([b], (await strike.ReplayAsync(a, b)).NotCompared);
        Assert.Empty((await strike.ReplayAsync(a, b)).NotCompared);

        File.Delete(strike.Texts.ResolvePath("b.txt"));
        Assert.Empty((await strike.ReplayAsync(strike.Write("c", 10, A, new Passage("offer", Offer)))).NotCompared);
    }

    [Theory]
    [InlineData("a.txt", null, "the folder does not hold the text of quayside-strike@a")]
    [InlineData("b.txt", null, "the folder does not hold the text of this version")]
    [InlineData(null, "z", "nobody has a version 'z' of 'quayside-strike'; there are a")]
    public async Task What_cannot_be_compared_is_refused(string? missing, string? with, string problem)
    {
        await strike.ReplayAsync(strike.Write("a", 8, A, new Passage("offer", Offer)));
        var b = strike.Write("b", 9, B);
        if (missing is not null)
            File.Delete(strike.Texts.ResolvePath(missing));

        var error = Assert.Single(
            (await Assert.ThrowsAsync<CodingException>(() => strike.CompareAsync(b, with))).Errors
        );

        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public async Task The_first_version_has_none_before()
    {
        await strike.ReplayAsync(strike.Write("a", 8, A, new Passage("offer", Offer)));

        var error = Assert.Single(
            (await Assert.ThrowsAsync<CodingException>(() => strike.CompareAsync(strike.Write("b", 7, B)))).Errors
        );

        Assert.Contains("nobody has an earlier version of 'quayside-strike'", error.Message);
    }

    [Fact]
    public async Task A_text_is_found_by_its_hash_under_another_name()
    {
        await strike.ReplayAsync(strike.Write("a", 8, A, new Passage("offer", Offer)));
        File.Move(strike.Texts.ResolvePath("a.txt"), strike.Texts.ResolvePath("as-it-was.txt"));

        Assert.Equal(
            ["offer"],
            (await strike.CompareAsync(strike.Write("b", 9, $"Updated.\n\n{A}"))).Compared.Carries.Select(carried =>
                carried.Report
            )
        );
    }

    private static string Block(ProposedComparison proposed)
    {
        var compared = proposed.Compared;
        var carries = compared.Carries.Select(carried =>
        {
            var spans = carried.Evidence.Select(span =>
                $"{{start: {span.Start}, end: {span.End}, sha256: {span.Sha256}}}"
            );
            return $"{{report: {carried.Report}, evidence: [{string.Join(", ", spans)}]}}";
        });
        var replaces = compared.Replaces.Select(replaced => $"{{new: {replaced.New}, old: {replaced.Old}}}");
        return $$"""
            compared:
              with: {{compared.With}}
              carries: [{{string.Join(", ", carries)}}]
              replaces: [{{string.Join(", ", replaces)}}]
              drops: [{{string.Join(", ", compared.Drops)}}]
            """;
    }
}
