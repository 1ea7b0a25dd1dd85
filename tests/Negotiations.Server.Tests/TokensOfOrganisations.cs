using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Negotiations.Server.Tests;

/// <summary>Tokens (JWT) of an organisation count, if it signed them for this server and they have not
/// expired.</summary>
public sealed class TokensOfOrganisations : IAsyncLifetime
{
    private const string Audience = "negotiations";

    private readonly RSA signing = RSA.Create(2048);
    private readonly RSA foreign = RSA.Create(2048);
    private readonly HttpListener issuer = new();
    private readonly string address = $"http://127.0.0.1:{FindPort()}";
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        issuer.Prefixes.Add($"{address}/");
        issuer.Start();
        _ = IssueAsync();
        server = new()
        {
            Own = RunningServer.Settings with
            {
                SingleUser = false,
                Reading = Reading.Closed,
                Jwt = new() { Authority = address, Audience = Audience },
            },
        };
        await server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        issuer.Close();
        signing.Dispose();
        foreign.Dispose();
    }

    [Fact]
    public async Task A_token_allows_what_its_roles_allow_and_signs_what_is_recorded()
    {
        var quarry = Quarry.New();
        var editor = Sign(signing, ["editor", "visitor"]);

        Assert.Equal(HttpStatusCode.OK, await PostAsync("/api/negotiations", editor, quarry));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("/api/articles", editor, quarry));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("/api/negotiations", Sign(signing, []), Quarry.New()));
        using var read = await server.SendAsync(HttpMethod.Get, "/api", Sign(signing, []));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(
            "anna",
            await server.Database.QueryAsync<string>("select data ->> 'who' from mt_doc_signed_intake")
        );
    }

    [Fact]
    public async Task A_key_counts_beside_it()
    {
        var key = await server.AddKeyAsync("desk", [Roles.Editor]);

        Assert.Equal(HttpStatusCode.OK, await PostAsync("/api/negotiations", key, Quarry.New()));
    }

    [Fact]
    public async Task A_token_that_does_not_say_whose_it_is_counts_as_none()
    {
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await PostAsync("/api/negotiations", Sign(signing, ["editor"], name: null), Quarry.New())
        );
    }

    [Fact]
    public async Task No_other_token_counts()
    {
        string[] tokens =
        [
            Sign(foreign, ["administrator"]),
            Sign(signing, ["administrator"], audience: "somebody-else"),
            Sign(signing, ["administrator"], from: "https://issuer.example"),
            Sign(signing, ["administrator"], expires: DateTime.UtcNow.AddHours(-1)),
            $"{Sign(signing, ["administrator"])[..^4]}AAAA",
            new JsonWebTokenHandler().CreateToken(Describe(["administrator"])),
        ];

        foreach (var token in tokens)
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("/api/negotiations", token, Quarry.New()));
    }

    private async Task<HttpStatusCode> PostAsync(string path, string token, Quarry quarry)
    {
        using var response = await server.SendAsync(HttpMethod.Post, path, token, quarry.Definition);
        return response.StatusCode;
    }

    private string Sign(
        RSA key,
        string[] roles,
        string audience = Audience,
        string? from = null,
        DateTime? expires = null,
        string? name = "anna"
    )
    {
        var token = Describe(roles, audience, from, expires, name);
        token.SigningCredentials = new(new RsaSecurityKey(key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    private SecurityTokenDescriptor Describe(
        string[] roles,
        string audience = Audience,
        string? from = null,
        DateTime? expires = null,
        string? name = "anna"
    ) =>
        new()
        {
            Issuer = from ?? address,
            Audience = audience,
            NotBefore = DateTime.UtcNow.AddHours(-2),
            Expires = expires ?? DateTime.UtcNow.AddHours(1),
            Claims = name is null
                ? new Dictionary<string, object> { ["roles"] = roles }
                : new Dictionary<string, object> { ["sub"] = name, ["roles"] = roles },
        };

    private async Task IssueAsync()
    {
        var parameters = signing.ExportParameters(includePrivateParameters: false);
        var keys = new JsonObject
        {
            ["keys"] = new JsonArray(
                new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["kid"] = "one",
                    ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                    ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                }
            ),
        };
        var settings = new JsonObject { ["issuer"] = address, ["jwks_uri"] = $"{address}/keys" };
        while (issuer.IsListening)
        {
            try
            {
                var context = await issuer.GetContextAsync();
                var answer = context.Request.Url!.AbsolutePath == "/keys" ? keys : settings;
                context.Response.ContentType = "application/json";
                context.Response.Close(Encoding.UTF8.GetBytes(answer.ToJsonString()), willBlock: false);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }
        }
    }

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
