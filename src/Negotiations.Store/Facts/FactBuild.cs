using Npgsql;

namespace Negotiations.Store;

/// <summary>A making of the facts of one negotiation.</summary>
/// <remarks>
/// Questions read the one that is ready. Beside it another one can be made, which takes its place when it has come as
/// far; what goes is marked first and deleted afterwards, so that nobody waits for that.
/// </remarks>
/// <param name="Id">Its number.</param>
/// <param name="Position">The position up to which the facts are kept.</param>
/// <param name="IsReady">Whether questions read it.</param>
internal sealed record FactBuild(long Id, long Position, bool IsReady)
{
    // No rules: nobody goes on with it, and it may be deleted.
    private const int GivenUp = 0;

    // The row stays locked, so that whoever deletes it without asking, as Marten does before a rebuild, comes before a
    // step or after it, and no row of the step is left behind.
    private const string Current = """
        select id, position, is_ready from public.negotiations_fact_builds
         where negotiation = @negotiation and rules = @rules order by is_ready desc, id desc limit 1 for update
        """;

    // The one that was found before, unless it is gone; else one that somebody has begun.
    private const string Beside = """
        select id, position, is_ready from public.negotiations_fact_builds
         where negotiation = @negotiation and rules = @rules and (id = @id or not is_ready)
         order by id = @id desc, id desc limit 1 for update
        """;

    private const string Begin = """
        insert into public.negotiations_fact_builds (negotiation, rules) values (@negotiation, @rules)
        returning id, position, is_ready
        """;

    private const string HasReady = """
        select exists (
          select from public.negotiations_fact_builds where negotiation = @negotiation and rules = @rules and is_ready)
        """;

    private const string Switch = """
        update public.negotiations_fact_builds set is_ready = false, rules = @given_up
         where negotiation = @negotiation and id <> @id;
        update public.negotiations_fact_builds set is_ready = true where id = @id
        """;

    /// <summary>SQL for whether the build with the number <c>@build</c> is there.</summary>
    internal const string IsThere = "select exists (select from public.negotiations_fact_builds where id = @build)";

    // What a build holds goes with it, by a trigger.
    private const string Removal = """
        delete from public.negotiations_fact_builds where negotiation = @negotiation and rules = @given_up
        """;

    /// <summary>The one that questions read; where there is none, the one that is to become it.</summary>
    public static async Task<FactBuild> FindOrBeginAsync(
        NpgsqlConnection connection,
        string negotiation,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(connection, Current, negotiation, id: null, cancellationToken)
        ?? (await ReadAsync(connection, Begin, negotiation, id: null, cancellationToken))!;

    /// <summary>The one that is made beside the one that questions read; null where they read none.</summary>
    /// <param name="connection">An open connection, in a transaction.</param>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="id">The one that was found before, which may have become the one that questions read.</param>
    /// <param name="cancellationToken">Cancels the look for it.</param>
    public static async Task<FactBuild?> FindOrBeginBesideAsync(
        NpgsqlConnection connection,
        string negotiation,
        long? id,
        CancellationToken cancellationToken
    )
    {
        await using (var asked = CreateCommand(connection, HasReady, negotiation, id))
        {
            if (!(bool)(await asked.ExecuteScalarAsync(cancellationToken))!)
                return null;
        }

        return await ReadAsync(connection, Beside, negotiation, id, cancellationToken)
            ?? (await ReadAsync(connection, Begin, negotiation, id: null, cancellationToken))!;
    }

    /// <summary>Whether it is there; as long as it is, so is all it holds.</summary>
    public static async Task<bool> IsThereAsync(
        NpgsqlConnection connection,
        long id,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(IsThere, connection)
        {
            Parameters = { new NpgsqlParameter<long>("build", id) },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Notes how far it has come.</summary>
    public async Task ReachAsync(NpgsqlConnection connection, long position, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update public.negotiations_fact_builds set position = @position where id = @id",
            connection
        )
        {
            Parameters = { new("position", position), new("id", Id) },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Lets questions read it from now on, in place of the others, which are given up.</summary>
    public async Task MakeReadyAsync(
        NpgsqlConnection connection,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var command = CreateCommand(connection, Switch, negotiation, Id);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Deletes those of a negotiation that were given up.</summary>
    public static async Task RemoveGivenUpAsync(
        NpgsqlConnection connection,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var command = CreateCommand(connection, Removal, negotiation, id: null);
        // It takes as long as there are rows.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<FactBuild?> ReadAsync(
        NpgsqlConnection connection,
        string sql,
        string negotiation,
        long? id,
        CancellationToken cancellationToken
    )
    {
        await using var command = CreateCommand(connection, sql, negotiation, id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetInt64(0), reader.GetInt64(1), reader.GetBoolean(2))
            : null;
    }

    private static NpgsqlCommand CreateCommand(NpgsqlConnection connection, string sql, string negotiation, long? id) =>
        new(sql, connection)
        {
            Parameters =
            {
                new("negotiation", negotiation),
                new("rules", FactRules.Version),
                // Numbers begin with 1.
                new("id", id ?? 0L),
                new NpgsqlParameter<int>("given_up", GivenUp),
            },
        };
}
