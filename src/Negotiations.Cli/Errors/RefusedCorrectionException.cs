namespace Negotiations.Cli.Errors;

/// <summary>A correction that is not taken in.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="isConflict">Whether somebody corrected the same thing before.</param>
internal sealed class RefusedCorrectionException(string message, bool isConflict) : Exception(message)
{
    /// <summary>The exit code: the command was right where only somebody was faster.</summary>
    public int Code => isConflict ? ExitCode.Found : ExitCode.WrongUse;
}
