namespace Negotiations.Coding.Tests;

public class WordsOfDetails
{
    [Theory]
    [InlineData("supports")]
    [InlineData("opposes")]
    [InlineData("conditional")]
    [InlineData("open")]
    [InlineData("undecided")]
    public async Task A_stance_is_one_of_a_few_words(string stance) =>
        Assert.Equal(stance, ((PositionStated)await ReadAsync(Position(stance))).Stance);

    [Fact]
    public async Task Another_stance_is_refused_with_the_list()
    {
        var error = Assert.Single(await Coded.ErrorsOfAsync(Position("hope")));

        Assert.Equal(
            ("events[0].details.stance", "'hope' is not one of supports, opposes, conditional, open, undecided"),
            (error.Field, error.Message)
        );
    }

    [Theory]
    [InlineData("missileAttack")]
    [InlineData("sabotage of a ferry")]
    public async Task The_words_for_hostilities_are_only_recommended(string kind) =>
        Assert.Equal(kind, ((HostilitiesReported)await ReadAsync(Write("HostilitiesReported", $"kind: {kind}"))).Kind);

    private static async Task<Report> ReadAsync(string article) => (await Coded.ReadAsync(article)).Reports[0];

    private static string Position(string stance) =>
        Write("PositionStated", $"topic: the shore\n      position: all of it\n      stance: {stance}");

    private static string Write(string type, string details)
    {
        var article = LakeTalks.Article;
        var start = article.IndexOf("    details:\n", StringComparison.Ordinal) + "    details:\n".Length;
        var end = article.IndexOf("\n    ", start, StringComparison.Ordinal);
        while (article[end + 5] == ' ')
            end = article.IndexOf("\n    ", end + 1, StringComparison.Ordinal);
        return string.Concat(article.AsSpan(0, start), "      ", details, article.AsSpan(end))
            .With("type: TalksOffered", $"type: {type}");
    }
}
