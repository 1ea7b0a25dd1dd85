using Npgsql;

namespace Negotiations.Store;

/// <summary>Checks whether somebody has altered the record: one line of an audit for each check.</summary>
/// <param name="store">The store.</param>
public sealed class RecordChecks(MartenEventStore store)
{
    /// <summary>Whether to recompute the hash chain.</summary>
    public bool Chain { get; init; }

    /// <summary>The checkpoint with which to compare the record; null for none.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>Every check, made or not, in the order in which they are shown.</summary>
    public async Task<IReadOnlyList<RecordCheck>> RunAsync(
        IProgress<ChainProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        List<RecordCheck> checks =
        [
            await ChainAsync(progress, cancellationToken),
            await ReadableAsync("checkpoint", () => CheckpointAsync(cancellationToken)),
        ];
        var definitions = await ReadableAsync("definitions", async () =>
            Undefined(await store.ReadUndefinedAsync(cancellationToken))
        );
        if (definitions.Status == RecordStatus.Failed)
            checks.Add(definitions);
        if (
            Chain
            && await ReadableAsync("facts", () => FactsAsync(cancellationToken))
                is { Status: RecordStatus.Failed } facts
        )
            checks.Add(facts);
        var isAltered = checks.Exists(check => check.Status == RecordStatus.Failed);
        return [.. checks, await ReadableAsync("protection", () => ProtectionAsync(isAltered, cancellationToken))];
    }

    // A table that was dropped, or whose columns were, is what the check is there to find.
    private static async Task<RecordCheck> ReadableAsync(string name, Func<Task<RecordCheck>> check)
    {
        try
        {
            return await check();
        }
        catch (PostgresException exception) when (BrokenTables.AreBehind(exception))
        {
            return new(
                name,
                RecordStatus.Failed,
                $"the tables of the record are not those that were made: {exception.MessageText}"
            );
        }
    }

    private async Task<RecordCheck> ChainAsync(IProgress<ChainProgress>? progress, CancellationToken cancellationToken)
    {
        if (!Chain)
            return new("chain", RecordStatus.NotChecked, "the hash chain was not checked (--chain does it)");
        var last = new LastProgress(progress);
        var faults = new List<ChainFault>();
        await foreach (var fault in store.CheckChainAsync(last, cancellationToken))
            faults.Add(fault);
        var erased = last.Value is { Erased: > 0 and var number } ? $", {number} of them erased" : "";
        var over = $"the hash chain over {last.Value?.Checked ?? 0} positions{erased}";
        return faults.Count == 0
            ? new("chain", RecordStatus.Passed, $"{over}: nothing was changed, removed, inserted or re-ordered")
            : new("chain", RecordStatus.Failed, $"{over}: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}")
            {
                Faults = faults,
            };
    }

    // They are no part of the record; but questions are answered from them.
    private async Task<RecordCheck> FactsAsync(CancellationToken cancellationToken)
    {
        var faults = new List<ChainFault>();
        var isKept = false;
        try
        {
            foreach (var negotiation in await store.ReadNegotiationsAsync(cancellationToken))
            {
                if (await store.CheckFactsAsync(negotiation, cancellationToken) is not { } found)
                    continue;
                isKept = true;
                faults.AddRange(found.Select(fault => new ChainFault(fault.Position, null, $"{negotiation}: {fault}")));
            }
        }
        catch (UnreadableEventException exception)
        {
            return new("facts", RecordStatus.NotChecked, $"the facts that are kept ready: {exception.Message}");
        }

        if (!isKept)
            return new("facts", RecordStatus.NotChecked, "no facts are kept ready; questions fold the whole history");
        return faults.Count == 0
            ? new("facts", RecordStatus.Passed, "the facts that are kept ready: they are what the events say")
            : new(
                "facts",
                RecordStatus.Failed,
                $"the facts that are kept ready: {faults.Count} {(faults.Count == 1 ? "row is" : "rows are")} not what "
                    + "the events say; 'negotiations store rebuild' makes them anew"
            )
            {
                Faults = faults,
            };
    }

    private async Task<RecordCheck> CheckpointAsync(CancellationToken cancellationToken)
    {
        if (Checkpoint is null)
            return new(
                "checkpoint",
                RecordStatus.NotChecked,
                "no checkpoint was compared: only one that is kept elsewhere shows that an owner has "
                    + "rewritten the record"
            );
        var what = $"the checkpoint of position {Checkpoint.Position}";
        try
        {
            return await CompareAsync(Checkpoint, what, cancellationToken);
        }
        catch (UnreadableEventException exception)
        {
            return new(
                "checkpoint",
                RecordStatus.Failed,
                $"{what}: the record cannot be read there: {exception.Message}"
            );
        }
    }

    private async Task<RecordCheck> CompareAsync(
        Checkpoint checkpoint,
        string what,
        CancellationToken cancellationToken
    )
    {
        if (await store.CheckCheckpointAsync(checkpoint, cancellationToken) is not { } fault)
            return new("checkpoint", RecordStatus.Passed, $"{what}: the record has the link that it had then");
        // A checkpoint has two links: where the last one is contradicted, the first may still be that of the record.
        var hasFirst =
            await store.ReadLinkAsync(1, cancellationToken) is { } first
            && first.AsSpan().SequenceEqual(checkpoint.First.Span);
        return new("checkpoint", RecordStatus.Failed, $"{what}: the record is another one")
        {
            Faults = [fault],
            ProvenTo = hasFirst ? 1 : 0,
        };
    }

    // No report is taken in before the negotiation is defined: so the record itself says that a definition was there.
    private static RecordCheck Undefined(IReadOnlyList<string> negotiations) =>
        negotiations.Count == 0
            ? new("definitions", RecordStatus.Passed, "")
            : new(
                "definitions",
                RecordStatus.Failed,
                $"the definition of {string.Join(", ", negotiations.Select(id => $"'{id}'"))} is gone: "
                    + "events are recorded, and none are taken in before a definition (--chain says where). "
                    + "Nothing can be answered about it"
            );

    // Excess rights alone are not a finding, an actual change is.
    private async Task<RecordCheck> ProtectionAsync(bool isAltered, CancellationToken cancellationToken)
    {
        var protection = await store.ReadProtectionAsync(cancellationToken);
        if (protection.Alterations.Count > 0)
            return new(
                "protection",
                RecordStatus.Failed,
                $"what protects the record was changed: {string.Join("; ", protection.Alterations)}"
            );
        var older = protection.IsComplete
            ? ""
            : "; an older program made this store: the next command that takes something in "
                + "(negotiations replay, correct, erase) brings it up to date, and under that role where "
                + "its user may make one";
        if (protection.IsEnforced && isAltered)
            return new(
                "protection",
                RecordStatus.Noted,
                $"append-only holds for the role {protection.Role} now, and the record was altered all "
                    + "the same: by somebody with more rights, such as the owner of the tables"
            );
        return protection.IsEnforced
            ? new(
                "protection",
                RecordStatus.Passed,
                $"append-only is enforced: the role {protection.Role} can change nothing that is recorded"
            )
            : new(
                "protection",
                RecordStatus.Noted,
                $"append-only not enforced: the role {protection.Role} {string.Join(", ", protection.Reasons)}{older}"
            );
    }

    private sealed class LastProgress(IProgress<ChainProgress>? then) : IProgress<ChainProgress>
    {
        public ChainProgress? Value { get; private set; }

        public void Report(ChainProgress value)
        {
            Value = value;
            then?.Report(value);
        }
    }
}
