namespace Negotiations.Server.Desk;

/// <summary>What to do about a name that the file of a negotiation does not have: at the desk nobody sees that
/// file.</summary>
internal static class NameAdvice
{
    // How the reader of coded files begins to say it.
    private const string Unknown = "nobody defined the name";

    /// <summary>A message, and where names are added if it is about one that nobody has defined.</summary>
    public static string Complete(string message) =>
        message.StartsWith(Unknown, StringComparison.Ordinal)
            ? $"{message}{(message.EndsWith('?') ? "" : ".")} That file is not changed at the desk: change it with an "
                + "editor, and take it in with 'negotiations replay'; then send this again"
            : message;
}
