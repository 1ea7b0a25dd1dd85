using NodaTime;

namespace Negotiations.Store;

// The facts that are kept ready.
public sealed partial class MartenEventStore
{
    /// <summary>The facts of a question, from those that are kept ready; null where they cannot be.</summary>
    /// <remarks>What is recorded and not yet kept is taken in first, so that no answer is stale.</remarks>
    /// <param name="question">The question, of which the bound on the record clock is a position or none.</param>
    /// <param name="rounds">The rounds that are asked for; null for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    public Task<KeptAnswer?> FindKeptAsync(
        Question question,
        string[]? rounds = null,
        CancellationToken cancellationToken = default
    ) => facts.AskAsync(question, rounds, cancellationToken);

    /// <inheritdoc/>
    public Task<State?> FindStateAsync(
        Question question,
        string[]? rounds = null,
        CancellationToken cancellationToken = default
    ) => facts.FindStateAsync(question, rounds, cancellationToken);

    /// <inheritdoc/>
    public Task<PartOfAnswer?> FindPartAsync(
        Question question,
        string part,
        CancellationToken cancellationToken = default
    ) => facts.AskPartAsync(question, part, cancellationToken);

    /// <summary>The times at which something of a negotiation became known to readers, in order.</summary>
    /// <param name="question">Which negotiation, and up to which position of the record; its other bounds do not
    /// count.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<Instant>> ReadTimesKnownAsync(
        Question question,
        CancellationToken cancellationToken = default
    ) =>
        await facts.FindTimesAsync(question, cancellationToken)
        ?? [.. (await this.ReadLogAsync(question.Negotiation, question.RecordedBy, cancellationToken)).TimesKnown];

    /// <summary>The rounds of a negotiation of which something was known to readers, and since when; null where that
    /// is not kept ready.</summary>
    /// <param name="question">Which negotiation, and up to which position of the record; its other bounds do not
    /// count.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<IReadOnlyList<(string Round, Instant Known)>?> FindRoundsKnownAsync(
        Question question,
        CancellationToken cancellationToken = default
    ) => facts.FindRoundsAsync(question, cancellationToken);

    /// <inheritdoc/>
    public Task KeepFactsAsync(string negotiation, CancellationToken cancellationToken = default) =>
        facts.KeepAsync(negotiation, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FactFault>?> CheckFactsAsync(
        string negotiation,
        CancellationToken cancellationToken = default
    ) => new FactVerification(connections).FindFaultsAsync(negotiation, cancellationToken);

    /// <summary>
    /// Makes the facts that are kept ready anew from what is recorded; meanwhile questions read those that are there.
    /// </summary>
    /// <remarks>
    /// Two negotiations at a time. Whoever stops it, or is killed, loses a few hundred events of each; run again, it
    /// goes on from there.
    /// </remarks>
    /// <param name="negotiations">Which ones; null: all.</param>
    /// <param name="progress">Told how far each has come.</param>
    /// <param name="cancellationToken">Stops it; what is done stays.</param>
    /// <exception cref="UnreadableEventException">An event of one cannot be read; the others are made.</exception>
    public async Task RebuildFactsAsync(
        IReadOnlyList<string>? negotiations = null,
        IProgress<FactProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await connections.CompleteSchemaAsync(cancellationToken);
        await FactRebuild.RunAsync(
            connections,
            negotiations ?? await ReadNegotiationsAsync(cancellationToken),
            progress,
            cancellationToken
        );
    }
}
