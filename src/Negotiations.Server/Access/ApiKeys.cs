using System.Globalization;
using JasperFx;
using Marten;

namespace Negotiations.Server;

/// <summary>The keys that there are.</summary>
internal static class ApiKeys
{
    /// <summary>Changes the keys of a database, or looks at them, without a server.</summary>
    /// <exception cref="NotMigratedException">The database lacks a table.</exception>
    public static async Task ChangeAsync(
        WebApplicationBuilder builder,
        string connection,
        ServerSettings settings,
        Func<IDocumentStore, CancellationToken, Task> change,
        CancellationToken cancellationToken
    )
    {
        await using var dataSource = await ProgramConnections.CreateAsync(connection, cancellationToken);
        await ServerMigration.RequireAsync(dataSource, settings, cancellationToken);
        NegotiationServer.Configure(builder, settings, dataSource, AutoCreate.None);
        // Never started: only its connections are used.
        await using var app = builder.Build();
        await change(app.Services.GetRequiredService<IDocumentStore>(), cancellationToken);
    }

    /// <summary>Makes a key and gives its text, which is kept nowhere.</summary>
    /// <exception cref="ArgumentException">The name cannot be one, there was a key of this name, or there is no such
    /// role.</exception>
    public static async Task<string> AddAsync(
        IDocumentStore documents,
        string name,
        IReadOnlyList<string> roles,
        string? negotiation,
        CancellationToken cancellationToken
    )
    {
        var (key, text) = ApiKey.Create(name, roles, negotiation, DateTimeOffset.UtcNow);
        await using var session = documents.LightweightSession();
        if (await session.LoadAsync<ApiKey>(name, cancellationToken) is not null)
            throw new ArgumentException($"there is or was a key '{name}', which stays its name: take another name");
        session.Insert(key);
        await session.SaveChangesAsync(cancellationToken);
        return text;
    }

    /// <summary>The key of a text; null where it is unknown, revoked or no key.</summary>
    public static async Task<ApiKey?> FindAsync(
        IDocumentStore documents,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (ApiKey.FindName(text) is not { } name)
            return null;
        await using var session = documents.QuerySession();
        var key = await session.LoadAsync<ApiKey>(name, cancellationToken);
        return key?.Accepts(text) == true ? key : null;
    }

    /// <summary>All keys, also those that were revoked, by name.</summary>
    public static async Task<IReadOnlyList<ApiKey>> ListAsync(
        IDocumentStore documents,
        CancellationToken cancellationToken
    )
    {
        await using var session = documents.QuerySession();
        var keys = await session.Query<ApiKey>().ToListAsync(cancellationToken);
        return [.. keys.OrderBy(key => key.Name, StringComparer.Ordinal)];
    }

    /// <summary>Revokes a key. Revoked again, it stays as it is.</summary>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public static async Task RevokeAsync(IDocumentStore documents, string name, CancellationToken cancellationToken)
    {
        await using var session = documents.LightweightSession();
        var key = await session.LoadAsync<ApiKey>(name, cancellationToken)
            ?? throw new ArgumentException($"there is no key '{name}'; 'keys list' lists them");
        if (key.Revoked is not null)
            return;
        session.Store(key with { Revoked = DateTimeOffset.UtcNow });
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A key in a line. Nothing of it lets anybody use it.</summary>
    public static string Describe(ApiKey key) =>
        string.Join(
            '\t',
            key.Name,
            string.Join(',', key.Roles),
            key.Negotiation ?? "all negotiations",
            $"made {FormatTime(key.Created)}",
            key.Revoked is { } revoked ? $"revoked {FormatTime(revoked)}" : "valid"
        );

    private static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
