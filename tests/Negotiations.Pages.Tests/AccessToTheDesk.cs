using System.Net;

namespace Negotiations.Pages.Tests;

public sealed class AccessToTheDesk(DeskServer server) : IClassFixture<DeskServer>
{
    private const string Correct = "/desk/correct?talks=harbour&event=courier-2031-04-02%23offer";

    // Each page with the roles that may use it; what is not named is refused.
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "/desk", "coder editor owner elsewhere" },
            { "/desk/begin", "coder owner elsewhere" },
            { "/desk/begin?talks=harbour", "coder owner" },
            { "/desk/drafts/DRAFT", "coder owner" },
            { "/desk/drafts/DRAFT?start=0&end=7", "coder owner" },
            { "/desk/drafts/DRAFT/article", "coder owner" },
            { "/desk/drafts/DRAFT/file", "coder owner" },
            { "/desk/drafts/DRAFT/text", "coder owner" },
            { "/desk/drafts/DRAFT/record", "coder owner" },
            { "/desk/recorded?talks=harbour&article=courier-2031-04-02", "coder owner" },
            { "/desk/correct?talks=harbour&article=courier-2031-04-02", "editor owner" },
            { Correct, "editor owner" },
        };

    // Each form in the same way; DRAFT is a draft of the owner's.
    public static TheoryData<string, string> Forms =>
        new()
        {
            { "/desk/begin", "coder owner" },
            { "/desk/drafts/DRAFT/report", "coder owner" },
            { "/desk/drafts/DRAFT/step", "coder owner" },
            { "/desk/drafts/DRAFT/article", "coder owner" },
            { "/desk/drafts/DRAFT/record", "coder owner" },
            { "/desk/drafts/DRAFT/delete", "owner" },
            { "/desk/correct", "editor owner" },
        };

    private static readonly string[] Everybody = ["reader", "coder", "editor", "owner", "elsewhere"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_for_its_roles_alone(string page, string allowed)
    {
        var path = page.Replace("DRAFT", await BeginAsync(), StringComparison.Ordinal);
        foreach (var name in Everybody)
        {
            using var visitor = await server.VisitAsync(name);
            var answer = await visitor.GetAsync(path);
            var expected = allowed.Split(' ').Contains(name) ? "OK" : "Forbidden or NotFound";
            Assert.True(expected.Split(" or ").Contains($"{answer.Status}"), $"{name}: {answer.Status}");
            Assert.Equal("no-store", answer.CacheControl);
        }

        using var nobody = await server.VisitAsync(null);
        var sent = await nobody.GetAsync(path);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal($"/desk/sign-in?to={Uri.EscapeDataString(path)}", sent.Location);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_is_for_its_roles_alone_and_needs_its_token(string form, string allowed)
    {
        var path = form.Replace("DRAFT", await BeginAsync(), StringComparison.Ordinal);
        foreach (var name in Everybody)
        {
            using var visitor = await server.VisitAsync(name);
            // The page on which one signs in has a token that is good for every form.
            var page = await visitor.ReadAsync("/desk/sign-in");
            var without = await visitor.PostAsync(path, page: null, ("talks", "harbour"));
            var other = await visitor.PostAsync(
                path,
                page.Replace("value=\"CfDJ8", "value=\"CfDJ9"),
                ("talks", "harbour")
            );
            var with = await visitor.PostAsync(
                path,
                page,
                ("talks", "harbour"),
                ("event", "courier-2031-04-02#offer"),
                ("seen", "1")
            );
            if (allowed.Split(' ').Contains(name))
            {
                Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (without.Status, other.Status));
                Assert.Contains("The form was not made by this server for you", without.Text);
                Assert.DoesNotContain(with.Status, new[] { HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized });
            }
            else
            {
                Assert.Contains(with.Status, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
                Assert.NotEqual(HttpStatusCode.OK, without.Status);
            }
        }

        using var nobody = await server.VisitAsync(null);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await nobody.PostAsync(path, await nobody.ReadAsync("/desk/sign-in"), ("talks", "harbour"))).Status
        );
    }

    [Fact]
    public async Task Whoever_is_for_another_negotiation_sees_nothing_of_this_one()
    {
        var draft = await BeginAsync();
        var store = await server.OpenStoreAsync();
        var log = await store.ReadLogAsync(PagesServer.Talks, recordedBy: null);
        var recorded = log.Timeline.Corrections.All[0].Recorded.Id;
        using var elsewhere = await server.VisitAsync("elsewhere");
        using var editor = await server.VisitAsync("editor");
        var corrected = $"/desk/corrected?talks=harbour&id={recorded}";

        var desk = await elsewhere.ReadAsync("/desk");

        Assert.DoesNotContain(draft, desk);
        Assert.DoesNotContain("Port Halden", desk);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(corrected)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync(corrected)).Status);
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_none()
    {
        using var coder = await server.VisitAsync("coder");
        using var owner = await server.VisitAsync("owner");
        var page = await owner.ReadAsync("/desk/begin?talks=harbour");

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await coder.PostAsync("/desk/begin", page, ("talks", "harbour"))).Status
        );
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://another.example")]
    public async Task A_form_of_another_site_is_refused(string header, string value)
    {
        using var coder = await server.VisitAsync("coder");
        var page = await coder.ReadAsync("/desk/begin?talks=harbour");
        coder.Headers[header] = value;

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await coder.PostAsync("/desk/begin", page, ("talks", "harbour"))).Status
        );
    }

    [Fact]
    public async Task A_key_that_is_revoked_stops_at_once()
    {
        await server.AddKeyAsync("leaving", null, "coder");
        using var leaving = await server.VisitAsync("leaving");
        await leaving.ReadAsync("/desk/begin?talks=harbour");

        await server.RevokeAsync("leaving");

        Assert.Equal(HttpStatusCode.SeeOther, (await leaving.GetAsync("/desk/begin?talks=harbour")).Status);
        using var again = new DeskVisitor(server);
        var refused = await again.SignInAsync(server.FindKey("leaving"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Contains("This is no key of this server, or it was revoked", refused.Text);
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_for_this_server_and_no_script()
    {
        using var visitor = new DeskVisitor(server);
        var answer = await visitor.SignInAsync(server.FindKey("coder"), "/harbour");

        Assert.Equal("/harbour", answer.Location);
        var cookie = Assert.Single(answer.Cookies, cookie =>
            cookie.StartsWith("__Host-negotiations=", StringComparison.Ordinal)
        );
        Assert.Contains("secure", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("path=/", cookie);
        Assert.DoesNotContain(server.FindKey("coder"), cookie);
    }

    [Fact]
    public async Task A_session_does_not_write_by_the_API()
    {
        using var owner = await server.VisitAsync("owner");
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        var answer = await owner.SendAsync(new(HttpMethod.Post, "/api/corrections") { Content = content });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        using var coder = await server.VisitAsync("coder");
        var page = await coder.ReadAsync("/desk");

        Assert.Equal(HttpStatusCode.SeeOther, (await coder.PostAsync("/desk/sign-out", page)).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await coder.GetAsync("/desk")).Status);
    }

    [Theory]
    [InlineData("https://another.example/")]
    [InlineData("//another.example/")]
    [InlineData("/\\another.example")]
    [InlineData("desk")]
    [InlineData("/é")]
    [InlineData("/a\u00a0b")]
    [InlineData("/\u202eb")]
    [InlineData("/a\rb")]
    public async Task Signing_in_leads_nowhere_else(string to)
    {
        using var visitor = new DeskVisitor(server);

        Assert.Equal("/desk", (await visitor.SignInAsync(server.FindKey("coder"), to)).Location);
    }

    [Fact]
    public async Task Who_recorded_something_is_kept_with_it()
    {
        using var coder = await server.VisitAsync("coder");
        var path = await coder.BeginAsync(FerryArticle.Text, ("article", "signed"));
        var form = await coder.ReadAsync($"{path}?words={Uri.EscapeDataString(FerryArticle.Offer)}&type=TalksOffered");
        await coder.PostAsync(
            $"{path}/report",
            form,
            ("version", DeskVisitor.FindHidden(form, "version")),
            ("f.type", "TalksOffered"),
            ("f.evidence", FerryArticle.Offer),
            ("f.actor", "the union"),
            ("f.summary", "The union offers talks."),
            ("do", "save")
        );
        var page = await coder.ReadAsync($"{path}/record");
        var done = await coder.PostAsync($"{path}/record", page, ("version", DeskVisitor.FindHidden(page, "version")));

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        await using var session = server.Documents.QuerySession();
        var signed = await Marten.QueryableExtensions.ToListAsync(session.Query<Negotiations.Server.SignedIntake>());
        Assert.Equal(
            "coder",
            Assert.Single(signed, one => one.Stream.EndsWith("/signed", StringComparison.Ordinal)).Who
        );
    }

    private async Task<string> BeginAsync()
    {
        using var owner = await server.VisitAsync("owner");
        return (await owner.BeginAsync(FerryArticle.Text, ("article", $"ferry-{Guid.NewGuid():N}"))).Split('/')[^1];
    }
}
