using Npgsql;

namespace Negotiations.Store;

/// <summary>The events of a negotiation that a making of its facts has not taken in yet.</summary>
/// <remarks>
/// They are looked for once, and again when those are done: positions are given for ever, and what is recorded
/// meanwhile has later ones.
/// </remarks>
/// <param name="negotiation">Identifier of the negotiation.</param>
internal sealed class FactPending(string negotiation)
{
    // A position is new to few events, or to a history: that is read as a whole.
    private const int FewEvents = 5_000;

    private const string Settled = "select coalesce(max(position), 0) from public.negotiations_record";

    private const string PendingOfFew = """
        with since as materialized (
          select r.position, r.seq_id from public.negotiations_record r where r.position > @after)
        select s.position from since s join public.mt_events e on e.seq_id = s.seq_id
         where e.stream_id = @own or starts_with(e.stream_id, @articles)
         order by s.position
        """;

    private const string PendingOfMany = """
        select r.position from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
         where r.position > @after and (e.stream_id = @own or starts_with(e.stream_id, @articles))
         order by r.position
        """;

    private readonly List<long> positions = [];
    private int taken;
    private long build;
    private long settled;

    /// <summary>How many are known to be left.</summary>
    public int Left => positions.Count - taken;

    /// <summary>Takes the next events out.</summary>
    /// <param name="connection">An open connection, in a transaction.</param>
    /// <param name="to">What they are for.</param>
    /// <param name="count">The most that are taken.</param>
    /// <param name="cancellationToken">Cancels the look for them.</param>
    public async Task<Step> TakeAsync(
        NpgsqlConnection connection,
        FactBuild to,
        int count,
        CancellationToken cancellationToken
    )
    {
        // Somebody else may have taken them in; or the making is another one, since something was erased.
        while (taken < positions.Count && positions[taken] <= to.Position)
            taken++;
        var isReadAnew = build != to.Id || Left == 0;
        if (isReadAnew)
            await ReadAsync(connection, to, cancellationToken);
        var next = positions.GetRange(taken, Math.Min(count, Left)).ToArray();
        taken += next.Length;
        var isLast = isReadAnew && Left == 0;
        return new(next, isLast ? settled : next[^1], isLast);
    }

    /// <summary>What is taken in together.</summary>
    /// <param name="Positions">The positions of the events.</param>
    /// <param name="Reached">The position up to which nothing is left then.</param>
    /// <param name="IsLast">Whether nothing else was recorded.</param>
    public sealed record Step(long[] Positions, long Reached, bool IsLast);

    private async Task ReadAsync(NpgsqlConnection connection, FactBuild to, CancellationToken cancellationToken)
    {
        await using var last = new NpgsqlCommand(Settled, connection);
        settled = (long)(await last.ExecuteScalarAsync(cancellationToken))!;
        (build, taken) = (to.Id, 0);
        positions.Clear();
        await using var command = new NpgsqlCommand(
            settled - to.Position > FewEvents ? PendingOfMany : PendingOfFew,
            connection
        )
        {
            Parameters =
            {
                new("after", to.Position),
                new("own", StreamName.ForNegotiation(negotiation)),
                new("articles", StreamName.PrefixForArticles(negotiation)),
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // What was recorded since the end was read comes the next time.
            if (reader.GetInt64(0) <= settled)
                positions.Add(reader.GetInt64(0));
        }
    }
}
