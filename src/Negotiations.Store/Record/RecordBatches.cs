using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads what was recorded of a negotiation together, without what was said.</summary>
internal static class RecordBatches
{
    // A neighbour is looked for among so many positions, so that the cost does not follow the size of the store.
    private const int Near = 10_000;

    private const string Own = """
        from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
         where e.type not in ('tombstone', 'archived') and (e.stream_id = @own or starts_with(e.stream_id, @articles))
        """;

    private const string Last = $"""
        select min(position), max(position), recorded_at, (array_agg(link order by position desc))[1]
          from (select r.position, r.recorded_at, r.link {Own} and r.position > @after and r.position <= @until) own
         group by recorded_at order by recorded_at desc limit @most
        """;

    // Each step reads from the position on until it has what it looks for. A batch has all positions from its first
    // to its last, because they are given under one lock at the commit.
    private const string NeighboursSql = $"""
        with current as (
          select r.position, r.recorded_at {Own} and r.position <= @position and r.position > @position - @near
           order by r.position desc limit 1),
        coming as (
          select r.position, r.recorded_at {Own} and r.position > @position and r.position <= @position + @near
           order by r.position limit 1),
        near as (
        select (select before.position
                  from current, lateral (
                    select r.position {Own} and r.position < current.position and r.position > @position - @near
                       and r.recorded_at < current.recorded_at
                     order by r.position desc limit 1) before) as previous,
               (select coalesce(
                         (select later.position - 1 from public.negotiations_record later
                           where later.position > coming.position and later.recorded_at > coming.recorded_at
                           order by later.position limit 1),
                         (select max(position) from public.negotiations_record))
                  from coming) as next)
        select previous, (select link from public.negotiations_record where position = previous),
               next, (select link from public.negotiations_record where position = next)
          from near
        """;

    private const string Erasures = """
        select count(*), coalesce(max(r.position), 0)
          from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
         where r.position > @after and r.position <= @until and e.type = 'payload_erased'
        """;

    /// <summary>The last batches after a position and up to another, the first of them first.</summary>
    public static async Task<IReadOnlyList<RecordBatch>> ReadAsync(
        StoreConnections connections,
        string negotiation,
        long after,
        long until,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Last, connection);
        AddNegotiation(command, negotiation);
        Add(command, ("after", after), ("until", until), ("most", most));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RecordBatch> batches = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var last = ReadProven(reader, 1, 3)!.Value;
            batches.Add(new(reader.GetInt64(0), last.Position, ServerTime.Read(reader, 2), last));
        }

        batches.Reverse();
        return batches;
    }

    public static async Task<RecordNeighbours> FindNeighboursAsync(
        StoreConnections connections,
        string negotiation,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(NeighboursSql, connection);
        AddNegotiation(command, negotiation);
        Add(command, ("position", position), ("near", (long)Near));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(ReadProven(reader, 0, 1), ReadProven(reader, 2, 3));
    }

    public static async Task<RecordedErasures> CountErasuresAsync(
        StoreConnections connections,
        long after,
        long until,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Erasures, connection);
        Add(command, ("after", after), ("until", until));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(reader.GetInt64(0), reader.GetInt64(1));
    }

    private static ProvenPosition? ReadProven(NpgsqlDataReader reader, int position, int link) =>
        reader.IsDBNull(position)
            ? null
            : ProvenPosition.Create(reader.GetInt64(position), reader.GetFieldValue<byte[]>(link));

    private static void AddNegotiation(NpgsqlCommand command, string negotiation) =>
        Add(
            command,
            ("own", StreamName.ForNegotiation(negotiation)),
            ("articles", StreamName.PrefixForArticles(negotiation))
        );

    private static void Add(NpgsqlCommand command, params IEnumerable<(string Name, object Value)> parameters)
    {
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new(name, value));
    }
}
