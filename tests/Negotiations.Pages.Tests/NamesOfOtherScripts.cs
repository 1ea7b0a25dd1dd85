namespace Negotiations.Pages.Tests;

public sealed class NamesOfOtherScripts
{
    private const string Name = "عبد الرحمن القشماري";

    [Fact]
    public void A_name_that_runs_from_right_to_left_stands_alone_in_its_line() =>
        Assert.Equal(
            [
                ("unnamed, ", false),
                (Name, true),
                (", on the record (and 2 more): ", false),
                ("שלום", true),
                (" 12", false),
            ],
            Script.Split($"unnamed, {Name}, on the record (and 2 more): שלום 12")
        );

    [Theory]
    [InlineData("")]
    [InlineData("Ада 王小明, on the record")]
    [InlineData(Name)]
    public void A_line_of_one_direction_stays_whole(string line) =>
        Assert.Equal(line, Assert.Single(Script.Split(line)).Words);

    [Theory]
    [InlineData("\uD83A")]
    [InlineData("a \uD83A\uDD01b ")]
    [InlineData(" " + Name + " ")]
    public void Nothing_of_a_line_is_lost(string line) =>
        Assert.Equal(line, string.Concat(Script.Split(line).Select(piece => piece.Words)));
}
