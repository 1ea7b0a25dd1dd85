using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Negotiations.Server;

namespace Negotiations.Pages.Tests;

/// <summary>The desk with an organisation that says who people are.</summary>
public sealed class SigningInWithAnOrganisation : IAsyncLifetime
{
    private const string Client = "desk";

    private readonly RSA signing = RSA.Create(2048);
    private readonly HttpListener organisation = new();
    private readonly string address = $"http://127.0.0.1:{FindPort()}";
    private ServerWithOrganisation server = null!;
    private string nonce = "";
    private string[] roles = [];

    public async Task InitializeAsync()
    {
        organisation.Prefixes.Add($"{address}/");
        organisation.Start();
        _ = AnswerAsync();
        server = new(address);
        await server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        organisation.Close();
        signing.Dispose();
    }

    [Fact]
    public async Task Somebody_comes_back_with_the_roles_that_it_gives_them()
    {
        using var visitor = new DeskVisitor(server);
        Assert.Contains("Sign in with your organisation", await visitor.ReadAsync("/desk/sign-in"));

        var back = await SignInAsync(visitor, "coder", "visitor");

        Assert.Equal("/desk/welcome?to=%2Fdesk%2Fbegin%3Ftalks%3Dharbour", back.Location);
        var cookie = Assert.Single(back.Cookies, one =>
            one.StartsWith("__Host-negotiations=", StringComparison.Ordinal)
        );
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("url=/desk/begin?talks=harbour", await visitor.ReadAsync(back.Location!));
        Assert.Contains("Signed in as <bdi>anna</bdi>", await visitor.ReadAsync("/desk/begin?talks=harbour"));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/desk/correct?talks=harbour&fact=x")).Status);
    }

    [Fact]
    public async Task Without_a_role_nobody_may_do_anything()
    {
        using var visitor = new DeskVisitor(server);
        await SignInAsync(visitor);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in()
    {
        using var visitor = new DeskVisitor(server);
        using var other = new DeskVisitor(server);
        roles = ["administrator"];
        var asked = HttpUtility.ParseQueryString(
            new Uri((await other.GetAsync("/desk/sign-in/organisation?to=/desk")).Location!).Query
        );
        nonce = asked["nonce"]!;

        var back = await visitor.GetAsync($"/desk/signed-in?code=code&state={Uri.EscapeDataString(asked["state"]!)}");

        Assert.Equal("/desk/sign-in?failed=true", back.Location);
        Assert.Contains("Signing in with your organisation has failed", await visitor.ReadAsync(back.Location!));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task An_answer_to_another_question_signs_nobody_in()
    {
        using var visitor = new DeskVisitor(server);
        roles = ["administrator"];
        var asked = HttpUtility.ParseQueryString(
            new Uri((await visitor.GetAsync("/desk/sign-in/organisation?to=/desk")).Location!).Query
        );
        nonce = "of another question";

        var back = await visitor.GetAsync($"/desk/signed-in?code=code&state={Uri.EscapeDataString(asked["state"]!)}");

        Assert.Equal("/desk/sign-in?failed=true", back.Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.GetAsync("/desk")).Status);
    }

    private async Task<DeskAnswer> SignInAsync(DeskVisitor visitor, params string[] given)
    {
        roles = given;
        var asked = await visitor.GetAsync(
            $"/desk/sign-in/organisation?to={Uri.EscapeDataString("/desk/begin?talks=harbour")}"
        );
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.StartsWith($"{address}/authorize?", asked.Location);
        var question = HttpUtility.ParseQueryString(new Uri(asked.Location!).Query);
        Assert.Equal(
            ("code", "query", "S256"),
            (question["response_type"], question["response_mode"] ?? "query", question["code_challenge_method"])
        );
        nonce = question["nonce"]!;
        var back = await visitor.GetAsync(
            $"/desk/signed-in?code=code&state={Uri.EscapeDataString(question["state"]!)}"
        );
        Assert.True(back.Status == HttpStatusCode.Redirect, back.Text);
        return back;
    }

    private async Task AnswerAsync()
    {
        while (organisation.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await organisation.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var answer = Encoding.UTF8.GetBytes(Answer(context.Request.Url!.AbsolutePath).ToJsonString());
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        }
    }

    private JsonObject Answer(string path) =>
        path switch
        {
            "/.well-known/openid-configuration" => new()
            {
                ["issuer"] = address,
                ["authorization_endpoint"] = $"{address}/authorize",
                ["token_endpoint"] = $"{address}/token",
                ["jwks_uri"] = $"{address}/keys",
            },
            "/keys" => new() { ["keys"] = new JsonArray(DescribeKey()) },
            _ => new()
            {
                ["id_token"] = CreateToken(),
                ["token_type"] = "Bearer",
                ["access_token"] = "none",
            },
        };

    private JsonObject DescribeKey()
    {
        var key = signing.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = "one",
            ["n"] = Base64UrlEncoder.Encode(key.Modulus),
            ["e"] = Base64UrlEncoder.Encode(key.Exponent),
        };
    }

    private string CreateToken() =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = address,
                Audience = Client,
                Expires = DateTime.UtcNow.AddMinutes(5),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = "anna",
                    ["nonce"] = nonce,
                    ["roles"] = roles,
                },
                SigningCredentials = new(new RsaSecurityKey(signing) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
            }
        );

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class ServerWithOrganisation(string address) : DeskServer
    {
        protected override ServerSettings Settings =>
            base.Settings with
            {
                OpenIdConnect = new() { Authority = address, ClientId = Client },
            };
    }
}
