using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;

namespace Negotiations.Store;

/// <summary>
/// What a server of PostgreSQL, or the connection to it, reported, as a failure of this program's own kinds.
/// </summary>
public static partial class ServerFailure
{
    /// <summary>
    /// The same failure as a <see cref="StoreUnavailableException"/> where the server or the connection is behind it;
    /// else as it is.
    /// </summary>
    public static Exception Translate(Exception exception) =>
        exception switch
        {
            NegotiationException => exception,
            PostgresException refused => Refused(refused),
            // Npgsql wraps what the server refuses while a connection is made.
            NpgsqlException { InnerException: PostgresException refused } => Refused(refused),
            NpgsqlException { InnerException: TimeoutException } => TookTooLong(exception),
            NpgsqlException or SocketException or TimeoutException => Lost(exception),
            { InnerException: { } inner } when Translate(inner) is StoreUnavailableException failure => failure,
            _ => exception,
        };

    /// <summary>Whether the connection failed, and not what was asked over it.</summary>
    public static bool IsLost(Exception exception) => exception is NpgsqlException and not PostgresException;

    /// <summary>Whether the server answered, and refused: then it is there.</summary>
    internal static bool IsRefused(Exception exception) =>
        exception
            is PostgresException
                or NpgsqlException { InnerException: PostgresException { SqlState: not ['2', '8', ..] } };

    private static StoreUnavailableException Refused(PostgresException exception) =>
        exception.SqlState switch
        {
            // Class 57 with P: the server stops, has crashed, or is still starting.
            ['5', '7', 'P', ..] => Lost(exception),
            PostgresErrorCodes.LockNotAvailable => new(
                $"another session holds a lock on {NameWhatWasLocked(exception)}, and it was waited for in vain: "
                    + "nothing was lost, and this step was not taken. See who holds it (select pid, application_name, "
                    + "query from pg_stat_activity where state <> 'idle'), let that end, and run the same command "
                    + "again",
                exception
            ),
            PostgresErrorCodes.QueryCanceled => new(
                "the server cancelled a statement, because somebody asked it to or by its statement_timeout: nothing "
                    + "was lost, and this step was not taken. Run the same command again; where it happens each "
                    + "time, set statement_timeout = 0 for this user (alter role … set statement_timeout = 0)",
                exception
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => new(
                "the server only reads: it is a standby, or default_transaction_read_only is on; nothing was changed. "
                    + "Give a server that can write",
                exception
            ),
            var state => new(
                $"the server refused: {exception.MessageText} (SQLSTATE {state}); put that right and run the same "
                    + "command again",
                exception
            ),
        };

    // The server says where it waited only for some locks; a statement and the functions it runs name their tables.
    private static string NameWhatWasLocked(PostgresException exception)
    {
        var said = $"{exception.Where} {exception.InternalQuery} {exception.BatchCommand?.CommandText}";
        if (Relation().Match(said) is { Success: true } relation)
            return $"a row of {relation.Groups["name"].Value}";
        var tables = Table().Matches(said).Select(match => match.Value).Distinct().ToList();
        return tables.Contains("negotiations_record_lock") ? "the record clock, which every commit takes"
            : tables.Count == 0 ? "what a statement needs"
            : string.Join(" or ", tables);
    }

    // It may have done what it was asked after all, unless it says otherwise; a command that is run again finds out.
    private static StoreUnavailableException TookTooLong(Exception exception) =>
        new(
            "the server did not answer in time: it is busy, or cannot be reached. Run the same command again: what was "
                + "taken in stays, the rest follows. Where it happens each time, give it longer by 'Command "
                + "Timeout=SECONDS' in --connection",
            exception
        );

    private static StoreUnavailableException Lost(Exception exception) =>
        new(
            $"the server was lost: {exception.Message}; "
                + "run the same command again: what was taken in stays, the rest follows",
            exception
        );

    [GeneratedRegex(@"in relation ""(?<name>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Relation();

    [GeneratedRegex(@"\b(mt|negotiations|wolverine)_\w+")]
    private static partial Regex Table();
}
