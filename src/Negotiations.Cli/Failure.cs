using Negotiations.Assistant;
using Negotiations.Coding;

namespace Negotiations.Cli;

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
                            : "somebody else recorded something meanwhile, and these were taken in "
                                + "before that was noticed: "
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

    // The one place where a kind of failure becomes an exit code.
    private static (int Code, string Message) Describe(Exception thrown)
    {
        var exception = ServerFailure.Translate(thrown);
        return exception switch
        {
            OperationCanceledException => (ExitCode.Interrupted, "interrupted"),
            UnreadableBoundException or UnknownFilterException => (ExitCode.WrongUse, $"--{exception.Message}"),
            WrongInputException or NotFoundException or RefusedException => (ExitCode.WrongUse, exception.Message),
            UnreadableException unreadable => (
                ExitCode.OutsideFailed,
                $"the store has an event that cannot be read: {unreadable.Message}"
            ),
            ConflictException or StoreUnavailableException or ModelUnavailableException => (
                ExitCode.OutsideFailed,
                exception.Message
            ),
            IOException or UnauthorizedAccessException => (ExitCode.OutsideFailed, exception.Message),
            _ => (
                ExitCode.OutsideFailed,
                $"a fault of this program: {exception.GetType().Name}: {exception.Message}\n"
                    + "Please report it with the command that you gave."
            ),
        };
    }

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
