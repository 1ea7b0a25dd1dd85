using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>A user of the server who is no superuser, with a database of its own or a way into another.</summary>
internal sealed class OtherUser : IAsyncDisposable
{
    private readonly TestDatabase server;
    private readonly bool ownsDatabase;

    private OtherUser(TestDatabase server, string name, bool ownsDatabase, NpgsqlDataSource dataSource) =>
        (this.server, Name, this.ownsDatabase, DataSource) = (server, name, ownsDatabase, dataSource);

    public string Name { get; }

    public NpgsqlDataSource DataSource { get; }

    public static async Task<OtherUser> CreateAsync(TestDatabase server, string attribute, bool ownsDatabase = true)
    {
        var name = $"user_{Guid.NewGuid():N}";
        await server.ExecuteAsync($"create role {name} login {attribute} password 'secret'");
        if (ownsDatabase)
            await server.ExecuteAsync($"create database {name} owner {name}");
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Username = name,
            Password = "secret",
        };
        if (ownsDatabase)
            builder.Database = name;
        return new(server, name, ownsDatabase, NpgsqlDataSource.Create(builder));
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (ownsDatabase)
            await server.ExecuteAsync($"drop database {Name} with (force)");
        await server.ExecuteAsync($"drop owned by {Name}; drop role {Name}");
    }
}
