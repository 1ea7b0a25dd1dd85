using System.Runtime.CompilerServices;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Tables that were changed so that they cannot be read any more are a fault themselves.</summary>
public static class BrokenTables
{
    /// <summary>Whether the server refused a statement for what a table is, or for what stands in it.</summary>
    /// <param name="exception">What the server said.</param>
    public static bool AreBehind(Exception exception) => exception is PostgresException refused && AreBehind(refused);

    private static bool AreBehind(PostgresException exception) =>
        exception.SqlState.StartsWith("22", StringComparison.Ordinal)
        || (
            exception.SqlState.StartsWith("42", StringComparison.Ordinal)
            && exception.SqlState != PostgresErrorCodes.InsufficientPrivilege
        );

    /// <summary>Faults up to the one that ends the check, and that one in words.</summary>
    internal static async IAsyncEnumerable<ChainFault> EndAsync(
        IAsyncEnumerable<ChainFault> faults,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var each = faults.GetAsyncEnumerator(cancellationToken);
        for (ChainFault? end = null; end is null; )
        {
            try
            {
                if (!await each.MoveNextAsync())
                    yield break;
            }
            catch (PostgresException exception) when (AreBehind(exception))
            {
                end = new(
                    null,
                    null,
                    $"the tables are not those that were made: {exception.MessageText}; what comes "
                        + "after could not be checked"
                )
                {
                    Kind = ChainFaultKind.RecordAltered,
                };
            }

            yield return end ?? each.Current;
        }
    }
}
