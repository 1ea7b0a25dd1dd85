namespace Negotiations.Cli;

/// <summary>What the exit codes mean.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>A check found something, such as a coded file that says otherwise than the store.</summary>
    public const int Found = 1;

    /// <summary>The command or its input is wrong.</summary>
    public const int WrongUse = 2;

    /// <summary>The world outside failed: no PostgreSQL, a full disk, a server lost midway.</summary>
    public const int OutsideFailed = 3;

    /// <summary>The command was interrupted.</summary>
    public const int Interrupted = 130;
}
