using Npgsql;

namespace Negotiations.Store;

/// <summary>
/// Keeps the facts of negotiations ready: brings what is kept up to what is recorded, or makes it anew.
/// </summary>
/// <remarks>
/// It goes on in steps of some events, each in a transaction of its own: whoever interrupts it loses one step, and the
/// next who needs the facts goes on from there. Several may do it at once; one of them works.
/// </remarks>
/// <param name="connections">Connections to the store.</param>
/// <param name="eventsAtOnce">How many events a transaction takes in: enough that what it has to read serves many, and
/// not much to lose.</param>
internal sealed class FactKeeping(StoreConnections connections, int eventsAtOnce = 500)
{
    // Whoever erases waits until this is done, and then deletes it; or this begins after the erasure.
    private const string ErasureLock = "select pg_advisory_xact_lock_shared(public.negotiations_derived_lock())";

    // Of those who keep what questions read, and of those who make it anew beside that, one at a time. Who changes the
    // one for the other takes both, this one last.
    private const string ReadyLock = """
        select pg_advisory_xact_lock(hashtextextended('negotiations_fact_builds/' || @negotiation, 0))
        """;

    private const string BesideLock = """
        select pg_advisory_xact_lock(hashtextextended('negotiations_fact_builds/beside/' || @negotiation, 0))
        """;

    private readonly KnownParts parts = new();

    /// <summary>Takes in what is recorded of a negotiation and not yet kept.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="progress">Told how many events are done, and of how many, when it takes long.</param>
    /// <param name="cancellationToken">Stops it; what is done stays.</param>
    public async Task CatchUpAsync(
        string negotiation,
        IProgress<FactProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        var steps = new Steps(connection, negotiation, eventsAtOnce, parts, progress);
        var (isFinished, isOther) = (false, false);
        while (!isFinished)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await LockAsync(connection, $"{ErasureLock}; {ReadyLock}", negotiation, cancellationToken);
            var build = await FactBuild.FindOrBeginAsync(connection, negotiation, cancellationToken);
            isFinished = await steps.TakeAsync(build, cancellationToken);
            isOther = isFinished && !build.IsReady;
            if (isOther)
                await build.MakeReadyAsync(connection, negotiation, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            steps.Report();
        }

        if (isOther)
            await RemoveGivenUpAsync(connection, negotiation, cancellationToken);
    }

    /// <summary>Makes the facts of a negotiation anew, while questions go on reading those that are there.</summary>
    /// <remarks>One that was interrupted is gone on with; two at once make the same one.</remarks>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="progress">Told how many events are done, and of how many.</param>
    /// <param name="cancellationToken">Stops it; what is done stays.</param>
    public async Task RebuildAsync(
        string negotiation,
        IProgress<FactProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        await using (var connection = await connections.OpenAsync(cancellationToken))
        {
            if (await TryMakeBesideAsync(connection, negotiation, progress, cancellationToken))
            {
                await RemoveGivenUpAsync(connection, negotiation, cancellationToken);
                return;
            }
        }

        // Nothing is read yet, so there is nothing to keep beside.
        await CatchUpAsync(negotiation, progress, cancellationToken);
    }

    private async Task<bool> TryMakeBesideAsync(
        NpgsqlConnection connection,
        string negotiation,
        IProgress<FactProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var steps = new Steps(connection, negotiation, eventsAtOnce, new(), progress);
        long? made = null;
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await LockAsync(connection, $"{ErasureLock}; {BesideLock}", negotiation, cancellationToken);
            var build = await FactBuild.FindOrBeginBesideAsync(connection, negotiation, made, cancellationToken);
            if (build is null)
                return false;
            // Somebody else who makes the same one was faster.
            if (build.IsReady)
                return true;
            made = build.Id;
            var isFinished = await steps.TakeAsync(build, cancellationToken);
            if (isFinished)
            {
                await LockAsync(connection, ReadyLock, negotiation, cancellationToken);
                await build.MakeReadyAsync(connection, negotiation, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            steps.Report();
            if (isFinished)
                return true;
        }
    }

    private static async Task RemoveGivenUpAsync(
        NpgsqlConnection connection,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, $"{ErasureLock}; {BesideLock}", negotiation, cancellationToken);
        await FactBuild.RemoveGivenUpAsync(connection, negotiation, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task LockAsync(
        NpgsqlConnection connection,
        string locks,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(locks, connection)
        {
            Parameters = { new("negotiation", negotiation) },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Takes events in, a step in a transaction.
    private sealed class Steps(
        NpgsqlConnection connection,
        string negotiation,
        int eventsAtOnce,
        KnownParts parts,
        IProgress<FactProgress>? progress
    )
    {
        private readonly FactPending pending = new(negotiation);
        private KnownPart? known;
        private int done;

        /// <summary>Takes the next ones in; whether nothing is left.</summary>
        public async Task<bool> TakeAsync(FactBuild build, CancellationToken cancellationToken)
        {
            known = parts.Take(negotiation);
            var next = await pending.TakeAsync(connection, build, eventsAtOnce, cancellationToken);
            if (next.Positions.Length > 0)
            {
                var events = await EventReader.AtPositionsAsync(
                    connection,
                    negotiation,
                    next.Positions,
                    cancellationToken
                );
                var part = new FactPart(connection, build.Id, negotiation, build.Position);
                if (known?.IsAt(build, await ProveAsync(build.Position, cancellationToken)) != true)
                    known = new();
                var steps = await known.TakeAsync(part, events, cancellationToken);
                await new FactWriter(connection, build.Id).WriteAsync(steps, cancellationToken);
            }

            known?.Reach(build, await ProveAsync(next.Reached, cancellationToken));
            if (next.Reached > build.Position)
                await build.ReachAsync(connection, next.Reached, cancellationToken);
            done += next.Positions.Length;
            return next.IsLast;
        }

        private async Task<ProvenPosition> ProveAsync(long position, CancellationToken cancellationToken) =>
            ProvenPosition.Create(position, await RecordClock.LinkAtAsync(connection, position, cancellationToken));

        /// <summary>Tells how far it has come, when that is committed.</summary>
        public void Report()
        {
            if (known is not null)
                parts.Keep(negotiation, known);
            progress?.Report(new(negotiation, done, done + pending.Left));
        }
    }
}

/// <summary>How far the facts of a negotiation have been made ready.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Done">The number of events that are done.</param>
/// <param name="Events">The number of events that there are to do.</param>
public sealed record FactProgress(string Negotiation, int Done, int Events);
