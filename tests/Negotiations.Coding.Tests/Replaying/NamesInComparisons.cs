namespace Negotiations.Coding.Tests;

/// <summary>What a comparison of versions names must be there: as soon as the version compared with is.</summary>
public sealed class NamesInComparisons : IDisposable
{
    private readonly Lake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public async Task A_new_report_that_the_file_does_not_have_is_an_error_at_its_line()
    {
        Compare("replaces:\n    - {new: no-such-report, old: offer}");

        var error = await ErrorAsync();

        Assert.Equal("compared.replaces[0].new", error.Field);
        Assert.Equal("'no-such-report' is not a report of this file", error.Message);
        Assert.Equal(lake.Folder.ResolvePath("second.yaml"), error.File);
        Assert.Contains("no-such-report", File.ReadAllLines(error.File)[error.Line - 1]);
        Assert.Empty(lake.Store.Log);
    }

    [Theory]
    [InlineData("replaces:\n    - {new: offer, old: no-such-report}", "compared.replaces[0].old")]
    [InlineData("drops: [offer, no-such-report]", "compared.drops[1]")]
    [InlineData(
        "carries:\n    - report: no-such-report\n      evidence: [{start: 1, end: 2, sha256: HASH}]",
        "compared.carries[0].report"
    )]
    public async Task An_old_report_that_the_version_before_does_not_have_is_an_error(string compared, string field)
    {
        Compare(compared);

        var error = await ErrorAsync();

        Assert.Equal((field, lake.Folder.ResolvePath("second.yaml")), (error.Field, error.File));
        Assert.StartsWith(
            "neither version 'aaaaaaaaaaaa' nor one before it has a report 'no-such-report'",
            error.Message
        );
        Assert.Empty(lake.Store.Log);
    }

    [Fact]
    public async Task The_version_before_may_come_in_later()
    {
        Compare("drops: [offer]");

        Assert.Empty(
            (
                await Replay.RunAsync(
                    lake.Store,
                    [lake.Folder.ResolvePath("lake.yaml"), lake.Folder.ResolvePath("second.yaml")]
                )
            ).Differences
        );
        Assert.Empty((await lake.ReplayAsync()).Differences);
    }

    [Fact]
    public async Task The_version_before_that_lacks_what_a_later_one_names_is_refused_when_it_comes_in()
    {
        Compare("drops: [no-such-report]");
        await Replay.RunAsync(
            lake.Store,
            [lake.Folder.ResolvePath("lake.yaml"), lake.Folder.ResolvePath("second.yaml")]
        );
        var before = lake.Store.Log.Count;

        var error = await ErrorAsync();

        Assert.Equal(lake.Folder.ResolvePath("herald.yaml"), error.File);
        Assert.Equal(
            "version 'bbbbbbbbbbbb' is compared with version 'aaaaaaaaaaaa' and names its report "
                + "'no-such-report' (drops[0]), which is not there",
            error.Message
        );
        Assert.Equal(before, lake.Store.Log.Count);
    }

    [Fact]
    public async Task What_a_version_carries_can_be_dropped_by_the_next()
    {
        Compare("carries:\n    - report: offer\n      evidence: [{start: 1, end: 2, sha256: HASH}]");
        lake.Folder.Write(
            "third.yaml",
            File.ReadAllText(lake.Folder.ResolvePath("second.yaml"))
                .With(LakeTalks.B, LakeTalks.C)
                .With("T18:45", "T18:55")
                .With("with: aaaaaaaaaaaa", "with: bbbbbbbbbbbb")
        );

        Assert.Empty((await lake.ReplayAsync()).Differences);
    }

    [Theory]
    [InlineData("replaces:\n    - {new: rook-comes, old: offer}")]
    [InlineData("drops: [offer]")]
    public async Task What_a_version_in_between_replaced_or_dropped_a_text_that_goes_back_can_carry_again(
        string compared
    )
    {
        Compare(compared);
        lake.Folder.Write(
            "third.yaml",
            File.ReadAllText(lake.Folder.ResolvePath("second.yaml"))
                .With(LakeTalks.B, LakeTalks.C)
                .With("T18:45", "T18:55")
                .With("with: aaaaaaaaaaaa", "with: bbbbbbbbbbbb")
                .With(
                    compared,
                    $"carries:\n    - report: offer\n      evidence: [{{start: 1, end: 2, sha256: {LakeTalks.C}}}]"
                )
        );

        Assert.Empty((await lake.ReplayAsync()).Differences);
    }

    [Fact]
    public async Task A_version_that_nobody_has_is_told_until_it_comes_in()
    {
        Compare("drops: [offer]");
        var first = lake.Folder.ResolvePath("herald.yaml");
        var second = lake.Folder.ResolvePath("second.yaml");

        var alone = await Replay.RunAsync(lake.Store, [lake.Folder.ResolvePath("lake.yaml"), second]);
        var again = await Replay.RehearseAsync(lake.Store, [second]);
        var both = await Replay.RunAsync(lake.Store, [first]);
        var after = await Replay.RunAsync(lake.Store, [second]);

        Assert.Equal([second], alone.ComparedWithUnknown);
        Assert.Equal([second], again.ComparedWithUnknown);
        Assert.Empty(both.ComparedWithUnknown.Concat(after.ComparedWithUnknown));
    }

    [Fact]
    public async Task A_version_is_not_compared_with_itself()
    {
        Compare("drops: [offer]");
        lake.Change("second.yaml", "with: aaaaaaaaaaaa", "with: bbbbbbbbbbbb");

        var error = await ErrorAsync();

        Assert.Equal(
            ("compared.with", "'bbbbbbbbbbbb' is this version itself; name the one before it"),
            (error.Field, error.Message)
        );
    }

    private async Task<CodingError> ErrorAsync() =>
        Assert.Single((await Assert.ThrowsAsync<CodingException>(() => lake.ReplayAsync())).Errors);

    private void Compare(string compared) =>
        lake.Folder.Write(
            "second.yaml",
            LakeTalks
                .Article.With($"sha256: {LakeTalks.A}", $"sha256: {LakeTalks.B}")
                .With("time: 2031-04-02T18:30", "time: 2031-04-02T18:45")
                .With(
                    "coder:",
                    "compared:\n  with: aaaaaaaaaaaa\n  "
                        + $"{compared.Replace("HASH", LakeTalks.B, StringComparison.Ordinal)}\ncoder:"
                )
        );
}
