using Negotiations.Server;

namespace Negotiations.Pages.Tests;

/// <summary>Long lists come in parts.</summary>
public class PagesOfLists
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(Paging.Size, 1)]
    [InlineData(Paging.Size + 1, 2)]
    [InlineData(2 * Paging.Size, 2)]
    public void None_is_empty_but_that_of_an_empty_list(int entries, int pages) =>
        Assert.Equal(pages, Paging.Read(null, entries).Pages);

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("one")]
    public void There_are_no_others(string page) =>
        Assert.Throws<WrongParameterException>(() => Paging.Read(page, Paging.Size + 1));

    [Fact]
    public void The_second_goes_on_where_the_first_ends() =>
        Assert.Equal(Paging.Size, Paging.Read("2", Paging.Size + 1).Skip);
}
