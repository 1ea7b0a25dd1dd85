using Npgsql;

namespace Negotiations.Server.Tests;

/// <summary>
/// Holds the first change of some talks that is published, until it is let go; those after it are not held.
/// </summary>
internal sealed class HeldPublication : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly NpgsqlConnection holder;
    private readonly long key = Random.Shared.NextInt64();
    private readonly string name = $"test_{Guid.NewGuid():N}";

    private HeldPublication(TestDatabase database) =>
        (this.database, holder) = (database, new(database.ConnectionString));

    public static async Task<HeldPublication> CreateAsync(TestDatabase database, string talks)
    {
        var held = new HeldPublication(database);
        await held.holder.OpenAsync();
        await held.DoAsync("pg_advisory_lock");
        await database.ExecuteAsync(
            $"""
            create sequence public.{held.name};
            create function public.{held.name}() returns trigger language plpgsql security definer as $$
            begin
              if new.data ->> 'negotiation' = '{talks}' and nextval('public.{held.name}') = 1 then
                perform pg_advisory_xact_lock_shared({held.key});
              end if;
              return new;
            end $$;
            create trigger {held.name} before insert on public.mt_doc_published_change
              for each row execute function public.{held.name}();
            """
        );
        return held;
    }

    /// <summary>Waits until the change is held.</summary>
    public Task WaitsAsync() =>
        RunningServer.UntilAsync(
            async () =>
                await database.QueryAsync<long>(
                    "select count(*) from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted"
                ) == 1,
            "a change is held"
        );

    /// <summary>Lets it go.</summary>
    public Task LetGoAsync() => DoAsync("pg_advisory_unlock");

    public async ValueTask DisposeAsync()
    {
        await holder.DisposeAsync();
        await database.ExecuteAsync(
            $"""
            drop trigger {name} on public.mt_doc_published_change;
            drop function public.{name}();
            drop sequence public.{name};
            """
        );
    }

    private async Task DoAsync(string function)
    {
        await using var command = new NpgsqlCommand($"select {function}({key})", holder);
        await command.ExecuteNonQueryAsync();
    }
}
