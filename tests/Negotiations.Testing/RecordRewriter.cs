namespace Negotiations.Testing;

/// <summary>
/// What the owner of the tables can do: write the chain anew, so that it fits whatever the events now say.
/// </summary>
public static class RecordRewriter
{
    /// <summary>SQL that recomputes commitments and links from a position on.</summary>
    public static string From(long position) =>
        $"""
            do $$
            declare
              r record;
              before bytea := coalesce(
                (select link from negotiations_record where position = {position} - 1),
                decode(repeat('00', 32), 'hex'));
            begin
              for r in select n.position, n.recorded_at, n.salt, n.commitment, e.*
                         from negotiations_record n join mt_events e using (seq_id)
                        where n.position >= {position} order by n.position loop
                update negotiations_record n
                   set commitment = sha256(r.salt || convert_to(r.data::text, 'UTF8')),
                       link = negotiations_link(before, r.position, r.recorded_at, r.seq_id, r.id, r.stream_id,
                         r.version, r.type, r.mt_dotnet_type, r.tenant_id, r.timestamp, r.is_archived,
                         sha256(r.salt || convert_to(r.data::text, 'UTF8')))
                 where n.position = r.position returning link into before;
              end loop;
            end $$
            """;
}
