namespace Negotiations.Testing;

/// <summary>Makes commits fail that append to the articles of some talks.</summary>
public sealed class FailingCommits : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly string name = $"test_{Guid.NewGuid():N}";

    private FailingCommits(TestDatabase database) => this.database = database;

    /// <summary>Makes them fail with an error, so many times.</summary>
    public static async Task<FailingCommits> CreateAsync(
        TestDatabase database,
        string talks,
        string state,
        int times = int.MaxValue
    )
    {
        var failing = new FailingCommits(database);
        await database.ExecuteAsync(
            $"""
            create sequence public.{failing.name};
            create function public.{failing.name}() returns trigger language plpgsql security definer as $$
            begin
              if new.stream_id like 'article/{talks}/%' and nextval('public.{failing.name}') <= {times} then
                raise exception 'a test lets the commit fail' using errcode = '{state}';
              end if;
              return null;
            end $$;
            create constraint trigger {failing.name} after insert on public.mt_events deferrable initially deferred
              for each row execute function public.{failing.name}();
            """
        );
        return failing;
    }

    /// <summary>How many commits have failed so far.</summary>
    public Task<long> CountAsync() =>
        database.QueryAsync<long>($"select case when is_called then last_value else 0 end from public.{name}");

    public async ValueTask DisposeAsync() =>
        await database.ExecuteAsync(
            $"drop trigger {name} on public.mt_events; drop function public.{name}(); drop sequence public.{name}"
        );
}
