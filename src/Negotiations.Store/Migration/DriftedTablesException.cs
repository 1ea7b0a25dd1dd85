namespace Negotiations.Store;

/// <summary>
/// The tables of events have something that Marten's migration would change or take out; nothing was changed.
/// </summary>
/// <param name="changes">What it would do, by table.</param>
public sealed class DriftedTablesException(IReadOnlyDictionary<string, string> changes)
    : RefusedException(
        "somebody has changed the tables of events, and a migration would undo that, with what is in "
            + $"it: {string.Join("; ", changes.Select(change => $"{change.Key}: {change.Value}"))}. "
            + "Nothing was changed. Keep what you need in tables of your own, take it out of these "
            + "yourself, and run 'migrate' again"
    );
