using Npgsql;

namespace Negotiations.Store;

/// <summary>Facts that cannot be kept ready: nothing hangs on them but speed, so the fold answers.</summary>
internal static class FactFailure
{
    /// <summary>Whether the server refused something about what is kept, and not the connection or the user's
    /// stop.</summary>
    public static bool IsOfKeeping(PostgresException exception) =>
        exception.SqlState != PostgresErrorCodes.QueryCanceled
            && !exception.IsTransient
            && !exception.SqlState.StartsWith("57P", StringComparison.Ordinal)
        // Somebody else makes the facts ready, and has for long.
        || exception.SqlState == PostgresErrorCodes.LockNotAvailable;

    /// <summary>Tells what is wrong, and what helps.</summary>
    /// <remarks>Not where somebody may only read, or the store is of an earlier version: that is no fault.</remarks>
    public static void Tell(PostgresException exception, string negotiation, IProgress<string>? lines)
    {
        if (
            exception.SqlState
            is PostgresErrorCodes.UndefinedTable
                or PostgresErrorCodes.InsufficientPrivilege
                or PostgresErrorCodes.ReadOnlySqlTransaction
        )
            return;
        lines?.Report(
            exception.SqlState == PostgresErrorCodes.LockNotAvailable
                ? $"somebody else is making the facts of '{negotiation}' ready; this is answered from the whole history"
                : $"the facts of '{negotiation}' that are kept ready cannot be used ({exception.MessageText}); "
                    + "questions are answered from the whole history. 'negotiations store rebuild' makes them anew"
        );
    }
}
