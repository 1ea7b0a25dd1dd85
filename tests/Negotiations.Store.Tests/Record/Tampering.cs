namespace Negotiations.Store.Tests;

/// <summary>A change of a store that nobody may make unseen.</summary>
/// <param name="Name">What kind of change it is.</param>
/// <param name="Sql">How it is made; where it changes nothing after all, no row is affected.</param>
/// <param name="First">The first position that is changed, removed, put in or moved; null where the change has
/// none.</param>
/// <param name="OnlyByCheckpoint">Whether only a checkpoint can show it.</param>
internal sealed record Tampering(string Name, string Sql, long? First, bool OnlyByCheckpoint = false)
{
    // Positions, numbers and events run in step in the store that is changed.
    private static readonly Func<Random, int, Tampering>[] Kinds =
    [
        Byte,
        Byte,
        Byte,
        Byte,
        Byte,
        Byte,
        Byte,
        Byte,
        Column,
        Column,
        Column,
        Record,
        Record,
        Swapped,
        Swapped,
        SwappedPositions,
        Deleted,
        DeletedWithRecord,
        RecordDeleted,
        Inserted,
        LooksErased,
        StreamRow,
        Rewritten,
    ];

    /// <summary>SQL that a connection needs before: whether a text is JSON.</summary>
    public const string Preparation = """
        create function pg_temp.fits(text) returns boolean language plpgsql as
        'begin perform $1::jsonb; return true; exception when others then return false; end'
        """;

    public static Tampering Next(Random dice, int events) =>
        Kinds[dice.Next(Kinds.Length)](dice, 1 + dice.Next(events));

    // One byte of the JSON as it is printed; where that gives no JSON, or the same, nothing is changed.
    private static Tampering Byte(Random dice, int place) =>
        new(
            "one byte of a payload",
            $"""
            do $$
            declare
              was text; now text; spot int;
            begin
              select data::text into was from mt_events where seq_id = {place};
              spot := 1 + {dice.Next(1 << 20)} % length(was);
              for turn in 0..500 loop
                spot := 1 + (spot + turn * 7) % length(was);
                now := overlay(was placing chr(33 + ({dice.Next(94)} + turn) % 94) from spot for 1);
                if now <> was and pg_temp.fits(now) and now::jsonb::text <> was then exit; end if;
              end loop;
              update mt_events set data = now::jsonb where seq_id = {place};
              if not found or now::jsonb::text = was then raise exception 'nothing changed'; end if;
            end $$
            """,
            place
        );

    private static Tampering Column(Random dice, int place) =>
        new(
            "a column of an event",
            PickOne(
                dice,
                $"update mt_events set timestamp = timestamp + {Amount(dice)} * interval '1 "
                    + $"microsecond' where seq_id = {place}",
                $"update mt_events set version = version + {1000 + dice.Next(100)} where seq_id = {place}",
                "update mt_events set stream_id = (select max(id) from mt_streams where id <> "
                    + $"stream_id), version = version + 1000 where seq_id = {place}",
                $"update mt_events set type = type || 'x' where seq_id = {place}",
                $"update mt_events set mt_dotnet_type = nullif(left(mt_dotnet_type, {dice.Next(20)}), "
                    + $"'') where seq_id = {place}",
                $"update mt_events set tenant_id = nullif(left(tenant_id, {dice.Next(8)}), '') where seq_id = {place}",
                "update mt_events set is_archived = nullif(true, "
                    + $"{(dice.Next(2) == 0 ? "true" : "false")}) where seq_id = {place}",
                $"update mt_events set bdata = '\\x{dice.Next(256):x2}' where seq_id = {place}",
                $"update mt_events set id = gen_random_uuid() where seq_id = {place}",
                $"update mt_events set seq_id = {1000 + dice.Next(100)} where seq_id = {place}"
            ),
            place
        );

    private static Tampering Record(Random dice, int place) =>
        new(
            "a column of the record",
            PickOne(
                dice,
                $"update negotiations_record set recorded_at = recorded_at + {Amount(dice)} * interval "
                    + $"'1 microsecond' where position = {place}",
                Flipped(dice, "salt", place),
                Flipped(dice, "commitment", place),
                Flipped(dice, "link", place),
                $"update negotiations_record set salt = null where position = {place}",
                $"update negotiations_record set salt = left(encode(salt, 'hex'), 2)::bytea where position = {place}",
                $"update negotiations_record set event_id = gen_random_uuid() where position = {place}",
                $"update negotiations_record set seq_id = {1000 + dice.Next(100)} where position = {place}"
            ),
            place
        );

    private static Tampering Swapped(Random dice, int place)
    {
        var (first, second) = Two(dice, place);
        string[] columns =
        [
            "data",
            "timestamp",
            "id",
            "data, type, mt_dotnet_type",
            "id, stream_id, version, data, type, mt_dotnet_type, timestamp",
            "stream_id, version",
        ];
        var chosen = columns[dice.Next(columns.Length)].Split(", ");
        var assignments = string.Join(
            ", ",
            chosen.Select(name => $"{name} = case when e.seq_id = a.seq_id then b.{name} else a.{name} end")
        );
        return new(
            "two events swapped",
            $"""
            drop index pk_mt_events_stream_and_version;
            update mt_events e set {assignments} from mt_events a, mt_events b
             where a.seq_id = {first} and b.seq_id = {second} and e.seq_id in ({first}, {second})
            """,
            first
        );
    }

    private static Tampering SwappedPositions(Random dice, int place)
    {
        var (first, second) = Two(dice, place);
        return new(
            "two positions swapped",
            $"""
            update negotiations_record set position = -position where position in ({first}, {second});
            update negotiations_record set position = {first} + {second} + position where position < 0
            """,
            first
        );
    }

    private static Tampering Deleted(Random dice, int place) =>
        new("an event deleted", $"delete from mt_events where seq_id = {place}", place);

    private static Tampering DeletedWithRecord(Random dice, int place) =>
        new(
            "an event deleted with its record",
            $"delete from mt_events where seq_id = {place}; delete from negotiations_record where position = {place}",
            place == 200 ? null : place
        );

    private static Tampering RecordDeleted(Random dice, int place) =>
        new(
            "a row of the record deleted",
            $"delete from negotiations_record where position = {place}",
            place == 200 ? null : place
        );

    // The trigger gives a position at commit only, and there is none here.
    private static Tampering Inserted(Random dice, int place) =>
        new(
            "an event put in",
            $"""
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
            select {(
                dice.Next(2) == 0 ? -place : 1000 + place
            )}, gen_random_uuid(), stream_id, version + 1000, data, type, timestamp, mt_dotnet_type
              from mt_events where seq_id = {place}
            """,
            null
        );

    private static Tampering LooksErased(Random dice, int place) =>
        new(
            "an event made to look erased",
            $$"""
            update negotiations_record set salt = null where position = {{place}};
            update mt_events set data = '{"erased": true}' where seq_id = {{place}}
            """,
            place
        );

    private static Tampering StreamRow(Random dice, int place) =>
        new(
            "the version of a stream",
            $"update mt_streams set version = version + {Amount(dice)} where id = (select stream_id "
                + $"from mt_events where seq_id = {place})",
            null
        );

    private static Tampering Rewritten(Random dice, int place) =>
        new(
            "the chain rewritten",
            $$"""
            update mt_events set data = data || '{"added": {{dice.Next()}}}' where seq_id = {{place}};
            {{RecordRewriter.From(place)}}
            """,
            null,
            OnlyByCheckpoint: true
        );

    private static string Flipped(Random dice, string column, int place)
    {
        var bit = dice.Next(256);
        return $"update negotiations_record set {column} = set_bit({column}, {bit}, 1 - get_bit({column}, "
            + $"{bit})) where position = {place}";
    }

    private static (int First, int Second) Two(Random dice, int place)
    {
        var other = 1 + dice.Next(199);
        if (other >= place)
            other++;
        return (Math.Min(place, other), Math.Max(place, other));
    }

    private static int Amount(Random dice) => (1 + dice.Next(1_000_000)) * (dice.Next(2) == 0 ? 1 : -1);

    private static string PickOne(Random dice, params string[] choices) => choices[dice.Next(choices.Length)];
}
