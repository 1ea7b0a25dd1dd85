namespace Negotiations.Tests;

public class StreamNames
{
    [Fact]
    public void Articles_and_files_of_negotiations_have_streams_of_their_own()
    {
        Assert.Equal("article/lake/herald-1", StreamName.ForArticle("lake", "herald-1"));
        Assert.Equal("negotiation/lake", StreamName.ForNegotiation("lake"));
        Assert.StartsWith(StreamName.PrefixForArticles("lake"), StreamName.ForArticle("lake", "herald-1"));
        Assert.StartsWith(StreamName.Negotiations, StreamName.ForNegotiation("lake"));
    }

    [Fact]
    public void The_articles_of_a_negotiation_are_not_those_of_one_whose_name_goes_on() =>
        Assert.False(
            StreamName
                .ForArticle("lake-2", "herald-1")
                .StartsWith(StreamName.PrefixForArticles("lake"), StringComparison.Ordinal)
        );
}
