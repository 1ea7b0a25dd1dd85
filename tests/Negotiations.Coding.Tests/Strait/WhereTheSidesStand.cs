namespace Negotiations.Coding.Tests;

/// <summary>Where Korvia and Belsund stand on each issue, at three times.</summary>
public class WhereTheSidesStand
{
    private const string Winter = "2032-03-12";
    private const string Spring = "2032-04-02";
    private const string Signature = "2032-05-10";

    [Theory]
    [InlineData(Winter, "passage", "korvia", "none for Belsund as long as it claims the islet", null)]
    [InlineData(Winter, "passage", "belsund", "free for every ship", null)]
    [InlineData(Winter, "tolls", "korvia", "every ship pays", null)]
    [InlineData(Winter, "tolls", "belsund", "Belsund pays none", null)]
    [InlineData(Winter, "islet", "korvia", null, null)]
    [InlineData(Winter, "islet", "belsund", null, null)]
    [InlineData(Spring, "passage", "korvia", "after notice", "none for Belsund as long as it claims the islet")]
    [InlineData(Spring, "passage", "belsund", "free for every ship", null)]
    [InlineData(Spring, "tolls", "korvia", "every ship pays", null)]
    [InlineData(Spring, "tolls", "belsund", "a toll if a joint commission spends it", "Belsund pays none")]
    [InlineData(Signature, "passage", "korvia", "after notice", "none for Belsund as long as it claims the islet")]
    [InlineData(Signature, "passage", "belsund", "with notice", "free for every ship")]
    // A line in other words with the same stance is no move.
    [InlineData(Signature, "tolls", "korvia", "half for each side", null)]
    [InlineData(Signature, "tolls", "belsund", "a toll if a joint commission spends it", "Belsund pays none")]
    [InlineData(Signature, "islet", "korvia", "it is not for sale", null)]
    [InlineData(Signature, "islet", "belsund", "it belongs to Belsund", null)]
    public async Task On_each_issue(string knownBy, string issue, string side, string? position, string? movedFrom)
    {
        var answer = await Strait.AskAsync(knownBy);

        Assert.Equal(position, answer.Position(side, issue));
        Assert.Equal(movedFrom, answer.MovedFrom(side, issue));
    }

    [Fact]
    public async Task The_sides_stand_in_the_order_of_the_negotiations_file_and_so_do_the_issues()
    {
        var positions = (await Strait.AskAsync()).Positions;

        Assert.Equal(["korvia", "belsund"], positions.Sides);
        Assert.Equal(["passage", "tolls", "islet", "commission"], positions.Issues.Select(issue => issue.Issue.Id));
    }

    [Fact]
    public async Task A_move_has_both_dates_and_both_sources()
    {
        var line = (await Strait.AskAsync(Spring)).Positions.Issues[0].Lines[0];

        Assert.Equal("messenger-2032-04-02", line.Now.Source.Report.Article);
        Assert.Equal("messenger-2032-03-12", line.MovedFrom!.Source.Report.Article);
        Assert.NotEqual(line.Now.Claim.Act.Date.Text, line.MovedFrom.Claim.Act.Date.Text);
    }

    // Case 30.
    [Fact]
    public async Task What_a_minister_would_say_if_she_called_is_her_line_and_urges_nobody()
    {
        var answer = await Strait.AskAsync();

        Assert.Equal("would offer the commission", answer.Position("korvia", "commission"));
        Assert.Equal(
            ["2032-04/urging/joint-urging"],
            answer.Answer.Facts.Select(fact => fact.Key).Where(key => key.Contains("/urging/"))
        );
    }
}
