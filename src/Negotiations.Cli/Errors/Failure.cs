using Negotiations.Coding;
using Npgsql;

namespace Negotiations.Cli.Errors;

/// <summary>What a command that failed tells its user.</summary>
internal static class Failure
{
    /// <summary>Writes what is wrong and what to do, and gives the exit code.</summary>
    public static int Report(Exception exception, TextWriter error, CancellationToken cancellationToken)
    {
        if (exception is CodingException { Errors: var errors, TakenIn: var takenIn })
        {
            foreach (var problem in errors)
                error.WriteLine(problem);
            error.WriteLine(
                $"negotiations: {Count(errors.Count, "error")} in the coded files; "
                    + (
                        takenIn.Count == 0
                            ? "nothing was taken in"
                            : "somebody else recorded something meanwhile, and these were taken in before that was noticed: "
                                + string.Join(
                                    ", ",
                                    takenIn.Select(step => $"{step.File} ({Count(step.Appended, "event")})")
                                )
                    )
            );
            return ExitCode.WrongUse;
        }

        var (code, message) = cancellationToken.IsCancellationRequested
            ? (ExitCode.Interrupted, "interrupted")
            : Describe(exception);
        error.WriteLine($"negotiations: {message}");
        return code;
    }

    private static (int Code, string Message) Describe(Exception exception) =>
        exception switch
        {
            OperationCanceledException => (ExitCode.Interrupted, "interrupted"),
            UnreadableBoundException => (ExitCode.WrongUse, $"--{exception.Message}"),
            RefusedCorrectionException { Code: var refused } => (refused, exception.Message),
            WrongUseException
            or UnknownFactException
            or UnclearTalksException
            or UnclearEventException
            or UnknownNegotiationException
            or UnsettledException
            or ForeignDatabaseException
            or NoStoreException
            or NewerDatabaseException
            or UnsuitableServerException
            or CheckpointException => (ExitCode.WrongUse, exception.Message),
            PostgresException { SqlState: var state } when state.StartsWith("57P", StringComparison.Ordinal) => Lost(
                exception
            ),
            PostgresException { MessageText: var text, SqlState: var state } => (
                ExitCode.OutsideFailed,
                $"the server refused: {text} (SQLSTATE {state}); put that right and run the same command again"
            ),
            NpgsqlException => Lost(exception),
            PostgresNotFoundException or ClusterException or ContendedStreamException or DuplicateEventException => (
                ExitCode.OutsideFailed,
                exception.Message
            ),
            UnreadableEventException => (
                ExitCode.OutsideFailed,
                $"the store has an event that cannot be read: {exception.Message}"
            ),
            IOException or UnauthorizedAccessException => (ExitCode.OutsideFailed, exception.Message),
            _ => (
                ExitCode.OutsideFailed,
                $"a fault of this program: {exception.GetType().Name}: {exception.Message}\nPlease report it with the command that you gave."
            ),
        };

    private static (int Code, string Message) Lost(Exception exception) =>
        (
            ExitCode.OutsideFailed,
            $"the server was lost: {exception.Message}; run the same command again: what was taken in stays, the rest follows"
        );

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
