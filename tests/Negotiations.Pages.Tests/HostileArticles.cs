using System.Net;
using System.Text;
using Negotiations.Server.Desk;

namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class HostileArticles(PagesServer server)
{
    private const string Markup =
        "<script>alert(1)</script><img src=x onerror=alert(2)> \"'&amp; </textarea></title> The union offered talks.";

    [Fact]
    public async Task Markup_of_an_article_is_shown_and_never_obeyed()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(
            Markup,
            ("article", "hostile-markup"),
            ("title", Markup),
            ("propose", "true")
        );
        var start = Markup.IndexOf("The union", StringComparison.Ordinal);
        string[] pages =
        [
            path,
            $"{path}?start=0&end={Markup.Length}&type=TalksOffered",
            $"{path}?start={start}&end={Markup.Length}",
            $"{path}?words={Uri.EscapeDataString("<script>alert(3)</script>")}",
            $"{path}?start=0&end=9&q={Uri.EscapeDataString("<script>alert(3)</script>")}",
            $"{path}?done={Uri.EscapeDataString("<script>alert(3)</script>")}",
            $"{path}/record",
            "/desk",
        ];
        foreach (var page in pages)
        {
            var html = (await visitor.GetAsync(page)).Html;
            Assert.DoesNotContain("<script>alert", html);
            Assert.DoesNotContain("<img", html);
        }

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await visitor.ReadAsync(path));
    }

    [Fact]
    public async Task Signs_that_a_browser_obeys_are_shown_and_places_are_counted_right()
    {
        using var visitor = new DeskVisitor(server);
        const string text = "The \u202Eunion\u202C offered 🚢 talks.";
        var path = await visitor.BeginAsync(text, ("article", "hostile-signs"));
        var page = await visitor.ReadAsync(path);
        Assert.DoesNotContain("\u202E", page, StringComparison.Ordinal);
        Assert.Contains("‹U+202E›", page);
        // After two signs and a ship, each of one code point.
        Assert.Contains("data-from=\"11\"", page);

        var chosen = await visitor.ReadAsync($"{path}?start=22&end=27&type=TalksOffered");
        Assert.Contains(">talks</textarea>", chosen);
    }

    [Theory]
    [InlineData("a\0b", "has the character U+0000")]
    [InlineData("a\uFFFEb", "has the character U+FFFE")]
    [InlineData("  \n\t ", "there is no text")]
    public async Task A_text_that_is_none_is_refused_at_its_field(string text, string reason)
    {
        using var visitor = new DeskVisitor(server);

        var answer = await UploadAsync(visitor, "", Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(reason, answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("value=\"kept\"", answer.Html);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_the_limit_and_what_to_do()
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");

        var answer = await visitor.PostAsync(
            "/desk/begin",
            page,
            ("talks", "harbour"),
            ("text", string.Concat(Enumerable.Repeat("The union offered talks. ", 80_000)))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("The text has 2,000,000 bytes, and the desk takes 50,000", answer.Text);
        Assert.Contains("negotiations code", answer.Text);
    }

    [Fact]
    public async Task More_than_a_form_may_bring_is_refused_unread()
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");

        var answer = await visitor.PostAsync("/desk/begin", page, ("text", new string('a', DeskForm.MostBytes + 1)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("brings more than 5,000,000 bytes", answer.Text);
    }

    [Theory]
    [InlineData("report.pdf", "%PDF-1.7", "It is neither a text (.txt) nor a saved web page (.html)")]
    [InlineData("latin.txt", "\u00E9", "It is not UTF-8 text")]
    public async Task A_file_that_is_no_article_is_refused(string name, string content, string reason)
    {
        using var visitor = new DeskVisitor(server);

        var answer = await UploadAsync(visitor, name, Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(reason, answer.Text);
    }

    [Fact]
    public async Task A_saved_page_says_itself_what_it_is()
    {
        using var visitor = new DeskVisitor(server);
        const string html = """
            <!doctype html><html lang="en"><head><title>Cranes</title>
            <meta property="og:title" content="Cranes stand still">
            <script>alert(1)</script></head>
            <body><article><h1>Cranes stand still</h1><p>The union offered Tidewell talks on Wednesday, at the
            north quay of the port, said Ilka Morvane.</p>
            <p>Nobody expects the ferries before the end of the week, said the ministry.</p>
            </article></body></html>
            """;

        var answer = await UploadAsync(visitor, "../cranes.html", Encoding.UTF8.GetBytes(html));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await visitor.ReadAsync(answer.Location!);
        Assert.Contains("The union offered Tidewell talks", page);
        Assert.DoesNotContain("alert(1)", page);
        Assert.Contains("file: cranes.html", await visitor.ReadAsync($"{answer.Location}/file"));
    }

    [Fact]
    public async Task What_a_form_should_not_bring_gives_no_fault_of_the_program()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "hostile-form"), ("propose", "true"));
        var page = await visitor.ReadAsync(path);
        string[] values =
        [
            "",
            "x",
            "-1",
            "99999999999999999999",
            "{",
            "[a",
            "{a: &b",
            "'",
            "\u202E",
            "a\0",
            "a\nb",
            "null",
            "~",
            "!!x y",
            new('9', 5000),
        ];
        string[] names =
        [
            "version",
            "report",
            "do",
            "by",
            "base",
            "f.type",
            "f.evidence",
            "f.chain",
            "f.chain.0.name",
            "f.chain.0.written",
            "f.chain.x.side",
            "f.actor",
            "f.round",
            "f.happened",
            "f.details.venues",
            "f.known",
            "f.certainty",
            "f.lookingBack",
            "f.summary",
            "f.nothing",
            "reason",
            "show",
        ];
        foreach (var form in new[] { "report", "step" })
        foreach (var name in names)
        foreach (var value in values)
        {
            (string Name, string Value)[] usual =
            [
                ("version", DeskVisitor.FindHidden(page, "version")),
                ("report", "talks-offered"),
                ("do", form == "report" ? "save" : "reject"),
                ("f.type", "TalksOffered"),
                ("f.evidence", FerryArticle.Offer),
                ("f.summary", ""),
            ];
            var answer = await visitor.PostAsync(
                $"{path}/{form}",
                page,
                [.. usual.Where(field => field.Name != name), (name, value)]
            );
            Assert.True((int)answer.Status < 500, $"{form}, {name} = {value}: {answer.Status}");
            // What it did is for the next to stand on.
            if (answer.Status == HttpStatusCode.SeeOther)
                page = await visitor.ReadAsync(path);
        }
    }

    [Theory]
    [InlineData("start=0&end=99999999")]
    [InlineData("start=-1&end=3")]
    [InlineData("start=5&end=2")]
    [InlineData("start=0&end=4&type=Nothing")]
    [InlineData("start=0&end=4&proposal=99")]
    [InlineData("report=nothing")]
    [InlineData("show=nothing")]
    [InlineData("words=%00")]
    public async Task What_an_address_should_not_say_gives_no_fault_of_the_program(string query)
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", $"hostile-{query.Length}"));

        Assert.True((int)(await visitor.GetAsync($"{path}?{query}")).Status < 500);
    }

    private static async Task<DeskAnswer> UploadAsync(DeskVisitor visitor, string name, byte[] content)
    {
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(DeskVisitor.FindHidden(page, "__RequestVerificationToken")),
                "__RequestVerificationToken"
            },
            { new StringContent("harbour"), "talks" },
            { new StringContent("The Halden Courier"), "outlet" },
            { new StringContent("2031-04-09T18:00"), "published" },
            { new StringContent($"upload-{Guid.NewGuid():N}"), "article" },
            { new StringContent("kept"), "title" },
        };
        if (name.Length > 0)
            form.Add(new ByteArrayContent(content), "file", name);
        else
            form.Add(new ByteArrayContent(content), "text");
        return await visitor.SendAsync(new(HttpMethod.Post, "/desk/begin") { Content = form });
    }
}
