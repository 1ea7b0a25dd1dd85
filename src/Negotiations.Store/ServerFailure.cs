using System.Net.Sockets;
using Npgsql;

namespace Negotiations.Store;

/// <summary>
/// What a server of PostgreSQL, or the connection to it, reported, as a failure of this program's own kinds.
/// </summary>
public static class ServerFailure
{
    /// <summary>
    /// The same failure as a <see cref="StoreUnavailableException"/> where the server or the connection is behind it;
    /// else as it is.
    /// </summary>
    public static Exception Translate(Exception exception) =>
        exception switch
        {
            NegotiationException => exception,
            PostgresException { SqlState: var state } when IsShutdown(state) => Lost(exception),
            PostgresException { MessageText: var text, SqlState: var state } => new StoreUnavailableException(
                $"the server refused: {text} (SQLSTATE {state}); put that right and run the same command again",
                exception
            ),
            NpgsqlException or SocketException or TimeoutException => Lost(exception),
            { InnerException: { } inner } when Translate(inner) is StoreUnavailableException failure => failure,
            _ => exception,
        };

    /// <summary>Whether the connection failed, and not what was asked over it.</summary>
    public static bool IsLost(Exception exception) => exception is NpgsqlException and not PostgresException;

    // Class 57 with P: the server stops, has crashed, or is still starting.
    private static bool IsShutdown(string state) => state.StartsWith("57P", StringComparison.Ordinal);

    private static StoreUnavailableException Lost(Exception exception) =>
        new(
            $"the server was lost: {exception.Message}; "
                + "run the same command again: what was taken in stays, the rest follows",
            exception
        );
}
