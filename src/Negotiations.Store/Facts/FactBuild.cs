using Npgsql;

namespace Negotiations.Store;

/// <summary>A making of the facts of one negotiation.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Position">The position up to which the facts are kept.</param>
/// <param name="IsReady">Whether questions read it.</param>
internal sealed record FactBuild(long Id, long Position, bool IsReady)
{
    // One that is ready by the rules of today; else one that is under way by them.
    private const string Sql = """
        select id, position, is_ready from public.negotiations_fact_builds
         where negotiation = @negotiation and rules = @rules order by is_ready desc, id desc limit 1
        """;

    private const string Begin = """
        insert into public.negotiations_fact_builds (negotiation, rules) values (@negotiation, @rules)
        returning id, position, is_ready
        """;

    // Makings before it, by other rules or given up, go with all they hold.
    private const string Others = """
        select id from public.negotiations_fact_builds where negotiation = @negotiation and id <> @id
        """;

    private static readonly string Removal = string.Join(
        ";\n",
        new[] { "claims", "orders", "sources", "revisions", "pages", "stretches" }
            .Select(table => $"delete from public.negotiations_fact_{table} where build = any (@ids)")
            .Append("delete from public.negotiations_fact_builds where id = any (@ids)")
    );

    public static async Task<FactBuild> FindOrBeginAsync(
        NpgsqlConnection connection,
        string negotiation,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(connection, Sql, negotiation, cancellationToken)
        ?? (await ReadAsync(connection, Begin, negotiation, cancellationToken))!;

    /// <summary>Lets questions read it from now on, in place of those before it, which are deleted.</summary>
    public async Task MakeReadyAsync(
        NpgsqlConnection connection,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var others = new NpgsqlCommand(Others, connection)
        {
            Parameters = { new("negotiation", negotiation), new("id", Id) },
        };
        var ids = new List<long>();
        await using (var reader = await others.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                ids.Add(reader.GetInt64(0));
        }

        await using (
            var removal = new NpgsqlCommand(Removal, connection) { Parameters = { new("ids", ids.ToArray()) } }
        )
            await removal.ExecuteNonQueryAsync(cancellationToken);
        await using var ready = new NpgsqlCommand(
            "update public.negotiations_fact_builds set is_ready = true where id = @id",
            connection
        )
        {
            Parameters = { new("id", Id) },
        };
        await ready.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<FactBuild?> ReadAsync(
        NpgsqlConnection connection,
        string sql,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new("negotiation", negotiation), new("rules", FactRules.Version) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetInt64(0), reader.GetInt64(1), reader.GetBoolean(2))
            : null;
    }
}
