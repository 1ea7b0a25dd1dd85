using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Negotiations.Server.Tests;

/// <summary>What one node protects, a cookie or a form, another one reads: they share the keys.</summary>
public sealed class ProtectionKeysOfNodes : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await RunningServer.MigrateAsync(database);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task What_one_protects_another_reads_also_one_that_is_started_later()
    {
        string closed;
        await using (var first = await BuildAsync())
            closed = Protector(first).Protect("a form");
        await using var second = await BuildAsync();

        Assert.Equal("a form", Protector(second).Unprotect(closed));
        Assert.Equal(1, await database.QueryAsync<long>("select count(*) from public.mt_doc_protection_key"));
    }

    private async Task<WebApplication> BuildAsync() =>
        await NegotiationServer.BuildAsync(
            RunningServer.Builder(),
            RunningServer.Settings,
            await ProgramConnections.CreateAsync(database.ConnectionString)
        );

    private static IDataProtector Protector(WebApplication app) =>
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
