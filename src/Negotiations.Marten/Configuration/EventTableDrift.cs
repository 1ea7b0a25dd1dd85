using Marten;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace Negotiations.Marten;

/// <summary>What Marten's migration would do to the tables of events, which it may make and never change.</summary>
internal static class EventTableDrift
{
    private static readonly IReadOnlySet<string> Tables =
        new HashSet<string>(StringComparer.Ordinal) { "mt_streams", "mt_events", "mt_event_progression" };

    /// <summary>Refuses a migration that would change one of them: Marten takes out every column and index that it does not know.</summary>
    /// <exception cref="DriftedTablesException">It would.</exception>
    public static async Task RefuseAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        var database = store.Storage.Database;
        var migration = await database.CreateMigrationAsync(cancellationToken);
        var changes = migration.Deltas.OfType<TableDelta>()
            .Where(delta => delta.Difference != SchemaPatchDifference.None && delta.Actual is not null && Tables.Contains(delta.Expected.Identifier.Name))
            .ToDictionary(delta => delta.Expected.Identifier.Name, delta => Sql(delta, database.Migrator));
        if (changes.Count > 0) throw new DriftedTablesException(changes);
    }

    private static string Sql(TableDelta delta, Migrator migrator)
    {
        if (delta.Difference == SchemaPatchDifference.Invalid) return "drop it and make it anew";
        using var sql = new StringWriter();
        delta.WriteUpdate(migrator, sql);
        return string.Join(' ', sql.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(';');
    }
}
