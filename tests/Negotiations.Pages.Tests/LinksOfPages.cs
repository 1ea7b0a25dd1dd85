using System.Net;
using System.Text.RegularExpressions;

namespace Negotiations.Pages.Tests;

/// <summary>Every link leads somewhere.</summary>
public sealed class LinksOfPages(PagesServer server) : IClassFixture<PagesServer>
{
    // Links of every kind are among so many pages; to follow all at all times would take hours.
    private const int MostPages = 250;

    [Fact]
    public async Task Whoever_follows_the_links_of_the_pages_comes_to_pages()
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var waiting = new Queue<(string From, string To)>([("nowhere", "/")]);
        var wrong = new List<string>();
        // The same links at other times come last.
        var later = new Queue<(string From, string To)>();
        for (var read = 0; read < MostPages && (waiting.Count > 0 || later.Count > 0); read++)
        {
            var (from, to) = waiting.Count > 0 ? waiting.Dequeue() : later.Dequeue();
            using var response = await server.Http.GetAsync(to);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther))
                wrong.Add($"{to} of {from}: {(int)response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = await response.Content.ReadAsStringAsync();
            foreach (Match link in Regex.Matches(html, "(?:href|src)=\"([^\"]*)\""))
            {
                var address = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (address.StartsWith(server.Site, StringComparison.Ordinal))
                    address = address[server.Site.Length..];
                if (address.Contains("://", StringComparison.Ordinal) || address.Length == 0)
                    continue;
                if (!address.StartsWith('/'))
                    wrong.Add($"'{address}' of {to} is no address of this site");
                else if (found.Add(address))
                    (Regex.IsMatch(address, "/(at|recorded|happened)/") ? later : waiting).Enqueue((to, address));
            }
        }

        Assert.Empty(wrong);
        Assert.Contains(found, address => address.Contains("/round/", StringComparison.Ordinal));
    }
}
