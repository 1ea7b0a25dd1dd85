using Marten;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Refuses a commit of Marten's if anything that the decision relied on has changed since.</summary>
/// <param name="stream">Name of the stream that is appended to.</param>
/// <param name="basis">What the decision has read besides that stream.</param>
internal sealed class ConsistencyCheck(string stream, ConsistencyBoundary basis) : ITransactionParticipant
{
    // Positions are given under this lock to every writer, also to plain Marten and psql: none comes in from here to
    // the commit.
    private const string StopTheClock = "select pg_advisory_xact_lock(public.negotiations_record_lock())";

    // What was recorded since is little, which a server that has not analysed its tables yet cannot know: it would read
    // them whole.
    private const string IsOvertaken = """
        with since as materialized (select r.seq_id from public.negotiations_record r where r.position > @position)
        select exists (
          select from since s join public.mt_events e on e.seq_id = s.seq_id
           where e.stream_id = @own or (@of_articles and starts_with(e.stream_id, @articles)))
        """;

    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">More was recorded; nothing is committed.</exception>
    public async Task BeforeCommitAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken token
    )
    {
        // Two statements, so that the second sees what those who held the lock have committed. It is the last that a
        // transaction waits for: whoever holds it waits for no stream, so nobody waits for each other.
        await using (var stop = new NpgsqlCommand(StopTheClock, connection))
            await stop.ExecuteNonQueryAsync(token);
        await RefuseAsync(connection, stream, basis, token);
    }

    /// <summary>
    /// Refuses what is overtaken already, before anything is written: a commit that fails leaves tombstones of
    /// Marten's, which take positions of their own.
    /// </summary>
    /// <exception cref="ConcurrencyException">More was recorded.</exception>
    public static async Task RefuseAsync(
        NpgsqlConnection connection,
        string stream,
        ConsistencyBoundary basis,
        CancellationToken token
    )
    {
        await using var command = new NpgsqlCommand(IsOvertaken, connection)
        {
            Parameters =
            {
                new("position", basis.Position),
                new("own", StreamName.ForNegotiation(basis.Negotiation)),
                new("of_articles", basis.Articles),
                new("articles", StreamName.PrefixForArticles(basis.Negotiation)),
            },
        };
        if ((bool)(await command.ExecuteScalarAsync(token))!)
            throw new ConcurrencyException(stream, basis);
    }
}
