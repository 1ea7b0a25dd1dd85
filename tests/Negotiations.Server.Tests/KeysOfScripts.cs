using System.Diagnostics;
using System.Net;

namespace Negotiations.Server.Tests;

/// <summary>Keys are made, listed and revoked by the program; the store has no secret of theirs.</summary>
public sealed class KeysOfScripts : IAsyncLifetime
{
    private readonly RunningServer server = new() { Own = RunningServer.Settings with { SingleUser = false } };

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_key_works_until_it_is_revoked_and_is_kept_as_a_hash()
    {
        var quarry = Quarry.New();
        var (code, output, error) = await RunAsync("add", "desk", "--role", "editor", "--role", "coder");
        Assert.True(code == 0, error);
        var key = output.Trim();

        using var before = await server.SendAsync(HttpMethod.Post, "/api/negotiations", key, quarry.Definition);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        var kept = await server.Database.QueryAsync<string>("select string_agg(data::text, ' ') from mt_doc_api_key");
        Assert.Contains("desk", kept);
        Assert.DoesNotContain(key.Split('.')[^1], kept);

        var listed = (await RunAsync("list")).Output;
        Assert.Contains("desk\teditor,coder\tall negotiations\tmade ", listed);
        Assert.Contains("\tvalid", listed);

        Assert.Equal(0, (await RunAsync("revoke", "desk")).Code);
        using var after = await server.SendAsync(HttpMethod.Post, "/api/negotiations", key, quarry.Definition);
        using var read = await server.SendAsync(HttpMethod.Get, "/api", key);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (after.StatusCode, read.StatusCode));
        Assert.Contains("\trevoked ", (await RunAsync("list")).Output);
    }

    [Theory]
    [InlineData("no role 'owner'", "add", "desk", "--role", "owner")]
    [InlineData("no name of a key", "add", "a desk", "--role", "coder")]
    [InlineData("there is no key 'nobody'", "revoke", "nobody")]
    public async Task What_makes_no_sense_is_refused(string message, params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(message, error);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        Assert.Equal(0, (await RunAsync("add", "desk", "--role", "coder")).Code);
        Assert.Equal(0, (await RunAsync("revoke", "desk")).Code);

        var (code, _, error) = await RunAsync("add", "desk", "--role", "coder");

        Assert.Equal(2, code);
        Assert.Contains("take another name", error);
    }

    [Theory]
    [InlineData("Bearer negotiations.desk.AAAA")]
    [InlineData("Bearer negotiations..")]
    [InlineData("Bearer negotiations.nobody.secret")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Basic ZGVzazpkZXNr")]
    [InlineData("Bearer")]
    public async Task What_is_no_key_opens_nothing(string header)
    {
        await server.AddKeyAsync("desk", [Roles.Administrator]);

        using var response = await server.SendAsync(HttpMethod.Get, "/api", null, null, ("Authorization", header));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["exec", Path.Combine(AppContext.BaseDirectory, "Negotiations.Server.dll"), "keys", .. arguments]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Negotiations"] = server.Database.ConnectionString;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
