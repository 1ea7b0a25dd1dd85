namespace Negotiations.Tests.Questions;

/// <summary>A position says of which record it is, by the beginning of the link of the hash chain there.</summary>
public sealed class ProvenPositions
{
    private static readonly byte[] Link = Convert.FromHexString("3f9a2b7c0d1e").Concat(new byte[26]).ToArray();

    [Fact]
    public void It_is_written_with_its_proof_and_read_again()
    {
        var position = ProvenPosition.Create(44, Link);

        Assert.Equal("44-3f9a2b7c0d1e", $"{position}");
        Assert.Equal(position, ProvenPosition.Find("44-3f9a2b7c0d1e"));
        Assert.Equal(new ProvenPosition(44), ProvenPosition.Find("44"));
        Assert.Equal("0", $"{ProvenPosition.Create(0, null)}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-44")]
    [InlineData("+44")]
    [InlineData("44-")]
    [InlineData("44-3f9a")]
    [InlineData("44-3F9A2B7C0D1E")]
    [InlineData("44-3f9a2b7c0d1e\n")]
    [InlineData("2031-05-01")]
    [InlineData("99999999999999999999")]
    public void Nothing_else_is_read_as_one(string? text) => Assert.Null(ProvenPosition.Find(text));

    [Fact]
    public void It_fits_the_record_that_has_its_link_and_no_other()
    {
        var position = ProvenPosition.Create(44, Link);

        Assert.True(position.Fits(Link));
        Assert.False(position.Fits([.. Link.Reverse()]));
        Assert.False(position.Fits(null));
        Assert.True(new ProvenPosition(44).Fits(null));
    }

    [Fact]
    public async Task A_question_at_a_position_of_another_record_is_refused()
    {
        var store = new InMemoryEventStore();

        var lost = await Assert.ThrowsAsync<LostPositionException>(() =>
            store.ReadQuestionAsync(new("harbour", RecordedBy: "44-3f9a2b7c0d1e"))
        );

        Assert.Equal(ProvenPosition.Create(44, Link), lost.Position);
        Assert.Contains("44-3f9a2b7c0d1e", lost.Message);
    }
}
