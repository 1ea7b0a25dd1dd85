namespace Negotiations.Coding.Tests;

public class SidesOfActors
{
    [Theory]
    // Left out: that of the actor in the negotiation's file; a party is its own side
    [InlineData("actor: President Brill", "", "varland", false)]
    [InlineData("actor: Varland", "", "varland", false)]
    [InlineData("actor: the chancellery", "", "varland", false)]
    [InlineData("actor: Ines Rook", "", null, false)]
    [InlineData("actor: Fishing villages", "", null, false)]
    [InlineData("actor: null", "", null, false)]
    // Written: as it is written
    [InlineData("actor: President Brill", "side: null", null, true)]
    [InlineData("actor: President Brill", "side:", null, true)]
    [InlineData("actor: President Brill", "side: Ostrelia", "ostrelia", true)]
    [InlineData("actor: Ines Rook", "side: The Varlanders", "varland", true)]
    [InlineData("actor: null", "side: Merin", "merin", true)]
    public async Task Follow_from_the_file_of_the_negotiation_unless_the_coder_writes_them(
        string actor,
        string side,
        string? id,
        bool isWritten
    )
    {
        var offer = await Coded.ReadReportAsync("offer", "actor: President Brill\n", $"{actor}\n    {side}\n");

        Assert.Equal((id, isWritten), (offer.Side?.Id, offer.SideIsWritten));
        if (id is not null)
            Assert.Equal(isWritten ? side["side: ".Length..] : "", offer.Side!.Written);
    }
}
