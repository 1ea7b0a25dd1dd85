using NodaTime;

namespace Negotiations.Formats.Tests;

public class HowWellAValueIsFounded
{
    private static readonly FactState Declared = new()
    {
        Key = "2031-04/round/status",
        Value = FactValue.WithStatus("scheduled"),
        Standing = Standing.Own,
        Modality = Modality.Asserted,
        Happened = Edtf.Parse("2031-04-02"),
        KnownFrom = Instant.FromUtc(2031, 4, 2, 12, 0),
        Since = Instant.FromUtc(2031, 4, 2, 12, 0),
        Because = [],
        DatedBy = [],
        Against = [],
        DetailFrom = new Dictionary<string, Guid>(),
        Origins = 1,
        Carriers = 1,
        Disputed = false,
        Assumes = [],
        Corrections = [],
        Flags = [],
    };

    [Fact]
    public void One_source_on_the_record_is_single() => Assert.Equal(["single source"], Describe(Declared));

    [Fact]
    public void Several_sources_corroborate() =>
        Assert.Equal(["corroborated, 3 sources"], Describe(Declared with { Origins = 3 }));

    [Theory]
    [InlineData(Standing.Other)]
    [InlineData(Standing.OwnUnnamed)]
    public void What_nobody_says_on_the_record_is_unverified(Standing standing) =>
        Assert.Equal(["unverified"], Describe(Declared with { Standing = standing }));

    [Fact]
    public void A_dispute_is_told_before_everything_else() =>
        Assert.Equal("disputed", Describe(Declared with { Disputed = true, Origins = 3 })[0]);

    [Fact]
    public void What_became_of_it_follows() =>
        Assert.Equal(
            ["single source", "corrected", "no longer in force", "hangs on an assumed time"],
            Describe(Declared with { Flags = [FactFlag.Corrected, FactFlag.Ended], Assumes = ["herald-2031-04-02"] })
        );

    private static IReadOnlyList<string> Describe(FactState fact) =>
        [.. StandingWords.Describe(fact).Select(mark => mark.Words)];
}
