using System.Text.Json.Nodes;
using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads answers that were computed ahead of the question.</summary>
internal static class CurrentAnswers
{
    // One statement, so that the document and the end of the record are of one moment. Of the events since, as a rule
    // few, the streams are looked at.
    private const string Kept = """
        select d.data ->> 'json', d.data ->> 'zone', last.position, last.recorded_at
          from public.mt_doc_current_answer d
          cross join (select position, recorded_at from public.negotiations_record order by position desc limit 1) last
         where d.id = @negotiation
           and not exists (
             select from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
              where r.position > (d.data ->> 'position')::bigint and public.negotiations_of_stream(e.stream_id) = d.id)
        """;

    public static async Task<string?> FindAsync(
        StoreConnections connections,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Kept, connection)
        {
            Parameters = { new("negotiation", negotiation) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var at = Instant.FromDateTimeUtc(reader.GetFieldValue<DateTime>(3));
        return MovedTo(
            reader.GetString(0),
            DateTimeZoneProviders.Tzdb[reader.GetString(1)],
            new RecordPosition(reader.GetInt64(2), at)
        );
    }

    // What others have recorded since changes nothing but the place for which the answer stands.
    private static string MovedTo(string json, DateTimeZone zone, RecordPosition settled)
    {
        var answer = JsonNode.Parse(json)!;
        answer["answered"]!["position"] = settled.Position;
        answer["answered"]!["settledAt"] = Bound.Format(settled.At!.Value, zone);
        return AnswerJson.Write(writer => answer.WriteTo(writer));
    }
}
