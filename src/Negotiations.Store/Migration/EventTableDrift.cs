using System.Text.RegularExpressions;
using Marten;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace Negotiations.Store;

/// <summary>What somebody has put into Marten's tables of events, and Marten's migration would take out.</summary>
internal static partial class EventTableDrift
{
    private static readonly HashSet<string> Tables = new(StringComparer.Ordinal)
    {
        "mt_streams",
        "mt_events",
        "mt_event_progression",
    };

    /// <summary>Refuses a migration that would take something out of them. What Marten itself adds passes.</summary>
    /// <exception cref="DriftedTablesException">It would drop a column or an index.</exception>
    public static async Task RefuseAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        var database = store.Storage.Database;
        var migration = await database.CreateMigrationAsync(cancellationToken);
        var drops = migration
            .Deltas.OfType<TableDelta>()
            .Where(delta => delta.Actual is not null && Tables.Contains(delta.Expected.Identifier.Name))
            .Select(delta =>
                (Table: delta.Expected.Identifier.Name, Drops: FindDrops(delta, database.Migrator).ToList())
            )
            .Where(table => table.Drops.Count > 0)
            .ToDictionary(table => table.Table, table => string.Join("; ", table.Drops));
        if (drops.Count > 0)
            throw new DriftedTablesException(drops);
    }

    // What a delta holds is Marten's own affair; the statements that it would run are not.
    private static IEnumerable<string> FindDrops(TableDelta delta, Migrator migrator)
    {
        if (delta.Difference == SchemaPatchDifference.None)
            return [];
        if (delta.Difference == SchemaPatchDifference.Invalid)
            return ["drop it and make it anew"];
        using var sql = new StringWriter();
        delta.WriteUpdate(migrator, sql);
        return sql.ToString()
            .Split(';')
            .Select(statement => White().Replace(statement, " ").Trim())
            .Where(statement => Drop().IsMatch(statement));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex(@"\bdrop\b", RegexOptions.IgnoreCase)]
    private static partial Regex Drop();
}
