using System.Globalization;

namespace Negotiations.Server.Pages;

/// <summary>Which page of a long list it is.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record Paging(int Page, int Pages)
{
    /// <summary>How many entries a page has.</summary>
    public const int Size = 200;

    /// <summary>How many entries stand on the pages before.</summary>
    public int Skip => (Page - 1) * Size;

    /// <exception cref="WrongParameterException">There is no such page.</exception>
    internal static Paging Read(string? page, int entries)
    {
        var pages = Math.Max(1, (entries + Size - 1) / Size);
        if (page is null)
            return new(1, pages);
        return
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= pages
            ? new(number, pages)
            : throw new WrongParameterException("page", $"there is no page '{page}'; there are 1 to {pages}");
    }
}
