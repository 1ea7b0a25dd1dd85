namespace Negotiations.Cli.Messages;

/// <summary>Commands as somebody can paste them into a shell.</summary>
internal static class CommandText
{
    /// <summary>A command of this program, indented by two spaces.</summary>
    public static string Format(params IEnumerable<string> words) =>
        string.Join(' ', words.Select(Quoted).Prepend("  negotiations"));

    /// <summary>The command that undoes a correction.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="reason">Why.</param>
    /// <param name="connection">The connection; null for the private store.</param>
    public static string ToUndo(Correction correction, string reason, string? connection) =>
        Format([
            "correct",
            EventReference.Format(correction),
            "--undo",
            "--reason",
            reason,
            .. connection is null
                ? Array.Empty<string>()
                : ["--connection", ConnectionText.WithoutPassword(connection)],
        ]);

    // As a POSIX shell reads it.
    private static string Quoted(string argument) =>
        argument.Length > 0
        && argument.All(letter =>
            char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':' or '=' or '@' or '+' or ','
        )
            ? argument
            : $"'{argument.Replace("'", "'\\''")}'";
}
