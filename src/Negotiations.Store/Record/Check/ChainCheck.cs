using System.Runtime.CompilerServices;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Recomputes the hash chain of a store, in memory that does not grow with it.</summary>
internal sealed class ChainCheck
{
    // Among so many faults at a time those are looked for that explain each other; a store that was rewritten has no
    // more to tell.
    private const int MostSuspects = 64;

    // The limit on faults that need a query of their own.
    private const int MostLookups = 64;

    private readonly NpgsqlConnection connection;
    private readonly CancellationToken cancellationToken;
    private readonly List<Suspect> suspects = [];
    private readonly HashSet<string> streamsAtFault = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> named = [];
    private byte[]? previous = HashChain.Start.ToArray();
    private byte[]? previousComputed;
    private long position;
    private long number = long.MinValue;
    private long erased;
    private int lookups;
    private bool removed;

    private ChainCheck(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        (this.connection, this.cancellationToken) = (connection, cancellationToken);

    /// <summary>
    /// The faults of a store as it is seen in the transaction of a connection, the first position first.
    /// </summary>
    public static async IAsyncEnumerable<ChainFault> FaultsAsync(
        NpgsqlConnection connection,
        IProgress<ChainProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var check = new ChainCheck(connection, cancellationToken);
        await foreach (var fault in check.CheckRecordAsync(progress))
            yield return check.Note(fault);
        await foreach (var fault in check.CheckUnrecordedAsync())
            yield return check.Note(fault);
        await foreach (var fault in ContradictedErasures.ReadAsync(connection))
            yield return check.Note(fault);
        await foreach (var fault in StreamFaults.ReadAsync(connection))
        {
            // What a position has shown already is not told twice.
            if (
                !check.streamsAtFault.Contains(fault.Stream!)
                && !(check.removed && fault.Kind == ChainFaultKind.Removed)
            )
                yield return fault;
        }

        await foreach (var fault in ExportFaults.ReadAsync(connection))
            yield return fault;
    }

    private ChainFault Note(ChainFault fault)
    {
        if (fault.Stream is not null && streamsAtFault.Count < MostLookups)
            streamsAtFault.Add(fault.Stream);
        removed |= fault is { Kind: ChainFaultKind.Removed, Stream: null };
        return fault;
    }

    private async IAsyncEnumerable<ChainFault> CheckRecordAsync(IProgress<ChainProgress>? progress)
    {
        var total = await CountAsync();
        var (seen, after) = (0L, long.MinValue);
        for (
            ;
            await ChainRows.AfterAsync(connection, after, cancellationToken) is { Count: > 0 } rows;
            after = rows[^1].Position
        )
        {
            foreach (var row in rows)
            {
                if (row.Position > position + 1)
                    await SuspectGapAsync(row);
                Judge(row);
                (position, number) = (Math.Max(position, row.Position), row.SeqId);
                if (row.Salt is null)
                    erased++;
                if (suspects.Count <= MostSuspects)
                    continue;
                // The last one may still turn out to be a row whose link alone was altered.
                foreach (var fault in await ExplainAsync(suspects[..^1]))
                    yield return fault;
                suspects.RemoveRange(0, suspects.Count - 1);
            }

            seen += rows.Count;
            progress?.Report(new(seen, Math.Max(total, seen), erased));
        }

        foreach (var fault in await ExplainAsync(suspects))
            yield return fault;
    }

    // Rows of the record that are missing: each is named by the event that is left without one, where that is.
    private async Task SuspectGapAsync(ChainRow next)
    {
        var missing = next.Position - position - 1;
        var left =
            lookups++ < MostLookups
                ? await ChainRows.UnrecordedAsync(
                    connection,
                    number,
                    next.SeqId,
                    (int)Math.Min(missing, MostLookups),
                    cancellationToken
                )
                : [];
        for (var i = 0; i < Math.Max(1, left.Count); i++)
        {
            var fault =
                i < left.Count
                    ? CreateFault(
                        position + 1 + i,
                        left[i],
                        ChainFaultKind.RecordMissing,
                        "its row of the record is missing"
                    )
                    : new ChainFault(
                        position + 1,
                        null,
                        missing == 1
                            ? "the event and its row of the record are missing"
                            : $"{missing} rows of the record are missing, up to position {next.Position - 1}"
                    )
                    {
                        Kind = ChainFaultKind.Removed,
                    };
            if (i < left.Count)
                named.Add(left[i].Id);
            else if (missing == 1)
                fault = await WithGapAsync(fault);
            suspects.Add(new(next with { Event = null }, null, fault));
        }

        (previous, previousComputed) = (null, null);
    }

    private void Judge(ChainRow row)
    {
        if (FindFault(row) is { } fault)
            suspects.Add(new(row, previous, fault));
        // From the stored link on, so that one fault is reported once and not again at every later row.
        previousComputed = row.Event is { } @event && previous is not null ? row.LinkWith(@event, previous) : null;
        previous = row.Empty.Contains("link") ? previousComputed : row.Link;
    }

    private ChainFault? FindFault(ChainRow row)
    {
        if (row.Event is not { } @event)
        {
            return row.Empty.Count > 0
                ? new(
                    row.Position,
                    row.Empty.Contains("event_id") ? null : row.EventId,
                    $"its row of the record has nothing in {Columns(row.Empty)}"
                )
                {
                    Kind = ChainFaultKind.RecordAltered,
                }
                : new(row.Position, row.EventId, "the event is gone") { Kind = ChainFaultKind.Removed };
        }

        if (@event.Empty.Count > 0)
        {
            return CreateFault(
                row.Position,
                @event,
                ChainFaultKind.Changed,
                $"the event has nothing in {Columns(@event.Empty)}"
            ) with
            {
                Event = @event.Empty.Contains("id") ? row.EventId : @event.Id,
            };
        }

        if (row.Empty.Count > 0)
            return CreateFault(
                row.Position,
                @event,
                ChainFaultKind.RecordAltered,
                $"its row of the record has nothing in {Columns(row.Empty)}"
            );
        if (row.EventId != @event.Id && (previous is null || !row.Fits(@event, previous)))
            return CreateFault(
                row.Position,
                @event,
                ChainFaultKind.Changed,
                $"it stands in the place of event {row.EventId}"
            );
        if (row.EventId != @event.Id)
            return CreateFault(
                row.Position,
                @event,
                ChainFaultKind.RecordAltered,
                "its row of the record names another event"
            );
        if (!row.Commits(@event))
        {
            return row.Salt is null
                ? CreateFault(
                    row.Position,
                    @event,
                    ChainFaultKind.Changed,
                    "it has no salt as if it were erased, and data all the same"
                )
                : CreateFault(row.Position, @event, ChainFaultKind.Changed, "its data is not what was recorded");
        }

        if (@event.HasBinary)
            return CreateFault(
                row.Position,
                @event,
                ChainFaultKind.Changed,
                "it has a binary payload (bdata), which no event of this record has"
            );
        if (previous is not null && !row.Links(@event, previous) && !FollowsFromPrevious(row, @event))
            return CreateFault(
                row.Position,
                @event,
                ChainFaultKind.Changed,
                "its place, stream, version, type, tenant, times or archived mark is not what was recorded"
            );
        if (row.Salt is not null && ErasedEvent.Is(@event.Data))
            return CreateFault(
                row.Position,
                @event,
                ChainFaultKind.ErasureUnrecorded,
                "it was recorded as if it were erased already: it never said anything"
            );
        return row.Salt is null && !row.ErasureIsRecorded
            ? CreateFault(
                row.Position,
                @event,
                ChainFaultKind.ErasureUnrecorded,
                "it looks erased, but no erasure of it is recorded"
            )
            : null;
    }

    // With the link that the row before should have this one is whole: so it was that link which was altered.
    private bool FollowsFromPrevious(ChainRow row, StoredEvent @event)
    {
        if (previousComputed is null || !row.Links(@event, previousComputed) || suspects is not [.., var last])
            return false;
        suspects[^1] = last with
        {
            Fault = last.Fault with
            {
                Kind = ChainFaultKind.RecordAltered,
                Problem = "the link in its row of the record is not what was written",
            },
        };
        return true;
    }

    private async Task<IReadOnlyList<ChainFault>> ExplainAsync(IReadOnlyList<Suspect> found)
    {
        var faults = new List<ChainFault>();
        foreach (var suspect in found)
        {
            var row = suspect.Row;
            if (
                suspect.Fault is { Kind: ChainFaultKind.Changed }
                && found.FirstOrDefault(suspect.HasChangedPlacesWith) is { } other
            )
            {
                faults.Add(
                    suspect.Fault with
                    {
                        Kind = ChainFaultKind.Reordered,
                        Problem =
                            $"it and the one at position {other.Row.Position}, event "
                            + $"{other.Fault.Event}, have changed places, in whole or in part",
                    }
                );
            }
            else if (suspect.Fault.Kind == ChainFaultKind.Changed && suspect.FollowsFrom(found))
                continue;
            else if (
                suspect.Fault is { Kind: ChainFaultKind.Removed, Event: { } id }
                && lookups++ < MostLookups
                && await ChainRows.WithIdAsync(connection, id, cancellationToken) is { } elsewhere
            )
            {
                named.Add(id);
                faults.Add(
                    CreateFault(
                        row.Position,
                        elsewhere,
                        ChainFaultKind.Changed,
                        "its number (seq_id) is "
                            + $"{(elsewhere.Empty.Contains("seq_id") ? "gone" : $"{elsewhere.SeqId}")} where "
                            + $"{row.SeqId} was recorded"
                    )
                );
            }
            else
                faults.Add(
                    suspect.Fault is { Kind: ChainFaultKind.Removed, Event: not null }
                        ? await WithGapAsync(suspect.Fault)
                        : suspect.Fault
                );
        }

        return faults;
    }

    private async Task<ChainFault> WithGapAsync(ChainFault fault) =>
        lookups++ < MostLookups
        && await ChainRows.GapAsync(connection, fault.Position!.Value, cancellationToken) is var (stream, version)
            ? fault with
            {
                Stream = stream,
                Version = version,
            }
            : fault;

    private async IAsyncEnumerable<ChainFault> CheckUnrecordedAsync()
    {
        const string problem =
            "the event has no place on the record clock: it was put in while the trigger was off, or "
            + "its row of the record was removed";
        const int portion = 500;
        foreach (
            var @event in (await ChainRows.WithoutNumberAsync(connection, cancellationToken)).Where(@event =>
                !named.Contains(@event.Id)
            )
        )
            yield return CreateFault(null, @event, ChainFaultKind.Inserted, problem);
        var after = long.MinValue;
        for (
            ;
            await ChainRows.UnrecordedAsync(connection, after, long.MaxValue, portion, cancellationToken)
                is { Count: > 0 } events;
            after = events[^1].SeqId
        )
        {
            foreach (var @event in events.Where(@event => !named.Contains(@event.Id)))
                yield return CreateFault(null, @event, ChainFaultKind.Inserted, problem);
        }
    }

    private async Task<long> CountAsync()
    {
        await using var command = new NpgsqlCommand("select count(*) from public.negotiations_record", connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static string Columns(IReadOnlyList<string> names) =>
        $"the {(names.Count == 1 ? "column" : "columns")} {string.Join(", ", names)}";

    private static ChainFault CreateFault(long? position, StoredEvent @event, ChainFaultKind kind, string problem) =>
        new(position, @event.Empty.Contains("id") ? null : @event.Id, problem)
        {
            Kind = kind,
            Stream = @event.Empty.Contains("stream_id") ? null : @event.Stream,
            Version = @event.Empty.Contains("version") ? null : @event.Version,
            ShortForm = @event.ShortForm(),
        };
}
