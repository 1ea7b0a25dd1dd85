namespace Negotiations.Postgres;

/// <summary>The tables of events that a database has are not in the layout of the store; nothing was changed in it.</summary>
/// <param name="database">Name of the database.</param>
/// <param name="missing">What the layout has and they do not.</param>
/// <param name="other">What they have and the layout does not.</param>
public sealed class UnsuitableLayoutException(string database, IReadOnlyList<string> missing, IReadOnlyList<string> other)
    : Exception($"the tables of events in database '{database}' do not have the layout of the store. Missing: {List(missing)}. "
        + $"Not in the layout: {List(other)}. Configure Marten as the store does (NegotiationStore.Configure), or give an empty database")
{
    private static string List(IReadOnlyList<string> lines) => lines.Count == 0 ? "nothing" : string.Join("; ", lines);
}
