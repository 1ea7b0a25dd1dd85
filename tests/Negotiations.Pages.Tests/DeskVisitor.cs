using System.Net;
using System.Text.RegularExpressions;

namespace Negotiations.Pages.Tests;

/// <summary>Somebody at the desk without a browser: keeps cookies, and fills in forms as they are shown.</summary>
public sealed partial class DeskVisitor(PagesServer server) : IDisposable
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public HttpClient Http { get; } = server.CreateClient();

    /// <summary>Headers that each request has.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>A page.</summary>
    public async Task<DeskAnswer> GetAsync(string path) => await SendAsync(new(HttpMethod.Get, path));

    /// <summary>A page that is there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Location} {answer.Text}");
        return answer.Html;
    }

    /// <summary>Sends a form of a page.</summary>
    /// <param name="path">Where it is sent.</param>
    /// <param name="page">The page with the form, whose token is sent; null: without a token.</param>
    /// <param name="fields">Its fields.</param>
    public async Task<DeskAnswer> PostAsync(string path, string? page, params (string Name, string Value)[] fields)
    {
        var all = fields.ToList();
        if (page is not null)
            all.Add(("__RequestVerificationToken", FindToken(page)));
        using var content = new FormUrlEncodedContent(
            all.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        return await SendAsync(new(HttpMethod.Post, path) { Content = content });
    }

    /// <summary>Signs in with a key.</summary>
    public async Task<DeskAnswer> SignInAsync(string key, string to = "/desk")
    {
        var page = await ReadAsync($"/desk/sign-in?to={Uri.EscapeDataString(to)}");
        return await PostAsync("/desk/sign-in", page, ("key", key), ("to", to));
    }

    /// <summary>Begins an article, and gives its address.</summary>
    public async Task<string> BeginAsync(string text, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync("/desk/begin?talks=harbour");
        (string Name, string Value)[] usual =
        [
            ("talks", "harbour"),
            ("text", text),
            ("title", "Ferries wait"),
            ("outlet", "The Halden Courier"),
            ("published", "2031-04-09T18:00"),
            ("basis", "stated"),
            ("round", "2031-04"),
        ];
        var answer = await PostAsync(
            "/desk/begin",
            page,
            [.. usual.Where(field => fields.All(other => other.Name != field.Name)), .. fields]
        );
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Text);
        return answer.Location!;
    }

    public async Task<DeskAnswer> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
                cookies[cookie[0]] = cookie[1];
        }

        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Location?.ToString(),
            response.Headers.CacheControl?.ToString(),
            [.. response.Headers.TryGetValues("Set-Cookie", out var all) ? all : []]
        );
    }

    public void Dispose() => Http.Dispose();

    /// <summary>The value of a hidden field of a page.</summary>
    public static string FindHidden(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);

    private static string FindToken(string page) => FindHidden(page, "__RequestVerificationToken");
}

/// <summary>What the desk has answered.</summary>
public sealed partial record DeskAnswer(
    HttpStatusCode Status,
    string Html,
    string? Location,
    string? CacheControl,
    IReadOnlyList<string> Cookies
)
{
    /// <summary>What the page says, without its tags.</summary>
    public string Text => WebUtility.HtmlDecode(WhiteSpace().Replace(Tag().Replace(Html, " "), " "));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
