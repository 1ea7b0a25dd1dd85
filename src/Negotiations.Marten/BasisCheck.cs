using Marten;
using Negotiations.Postgres;
using Npgsql;

namespace Negotiations.Marten;

/// <summary>Stops a session of Marten just before its commit where more was recorded of what its events were decided on.</summary>
/// <param name="stream">Name of the stream that is appended to.</param>
/// <param name="basis">What the decision was made on.</param>
internal sealed class BasisCheck(string stream, DecisionBasis basis) : ITransactionParticipant
{
    /// <inheritdoc/>
    /// <exception cref="ConcurrencyException">More was recorded; nothing is committed.</exception>
    public Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token) =>
        Appending.RefuseOvertakenAsync(connection, stream, basis, token);
}
