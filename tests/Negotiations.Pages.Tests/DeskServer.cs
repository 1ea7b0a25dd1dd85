using System.Net.Http.Headers;
using Negotiations.Server;

namespace Negotiations.Pages.Tests;

/// <summary>The server with several people, each with a key.</summary>
public class DeskServer : PagesServer
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    protected override ServerSettings Settings => base.Settings with { SingleUser = false };

    /// <summary>Somebody who has signed in; without a name, somebody who has not.</summary>
    public async Task<DeskVisitor> VisitAsync(string? name)
    {
        var visitor = new DeskVisitor(this);
        if (name is not null)
        {
            var answer = await visitor.SignInAsync(keys[name]);
            Assert.True(answer.Status == System.Net.HttpStatusCode.SeeOther, answer.Text);
        }

        return visitor;
    }

    /// <summary>The key of somebody.</summary>
    public string FindKey(string name) => keys[name];

    /// <summary>Gives somebody a key.</summary>
    public async Task AddKeyAsync(string name, string? negotiation, params string[] roles) =>
        keys[name] = await ApiKeys.AddAsync(Documents, name, roles, negotiation, CancellationToken.None);

    /// <summary>Takes a key back.</summary>
    public Task RevokeAsync(string name) => ApiKeys.RevokeAsync(Documents, name, CancellationToken.None);

    protected override async Task PrepareAsync()
    {
        await AddKeyAsync("owner", null, Roles.Administrator);
        foreach (var role in new[] { Roles.Reader, Roles.Coder, Roles.Editor })
            await AddKeyAsync(role, null, role);
        await AddKeyAsync("elsewhere", "another", Roles.Coder, Roles.Editor);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", keys["owner"]);
    }
}
