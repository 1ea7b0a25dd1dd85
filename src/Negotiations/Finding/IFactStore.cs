namespace Negotiations;

/// <summary>A store that keeps facts ready beside its events, so that a question need not read the history.</summary>
/// <remarks>
/// Its answers are those of the plain fold. Null is given where facts cannot be kept ready, as for whoever may only
/// read; then the fold answers.
/// </remarks>
public interface IFactStore : IEventStore
{
    /// <summary>The state for a question.</summary>
    /// <param name="question">The question, of which the bound on the record clock is a position or none.</param>
    /// <param name="rounds">The rounds of which facts are asked for; null for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    Task<State?> FindStateAsync(
        Question question,
        string[]? rounds = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// The answer to a question about some facts, with their reports, from no more of the log than bears on them.
    /// </summary>
    /// <param name="question">The question, of which the bound on the record clock is a position or none.</param>
    /// <param name="part">The facts, by a part of their keys (<see cref="FactKeys.Admits"/>).</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    Task<PartOfAnswer?> FindPartAsync(Question question, string part, CancellationToken cancellationToken = default);

    /// <summary>Makes the facts ready of what is recorded of a negotiation; does nothing where they are.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="cancellationToken">Stops it; what is done stays.</param>
    Task KeepFactsAsync(string negotiation, CancellationToken cancellationToken = default);

    /// <summary>Compares what is kept ready of a negotiation with what its events say, row by row.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Where they differ; null where nothing is kept.</returns>
    Task<IReadOnlyList<FactFault>?> CheckFactsAsync(string negotiation, CancellationToken cancellationToken = default);
}
