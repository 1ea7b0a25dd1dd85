using System.Data.Common;

namespace Negotiations.Store;

/// <summary>A row of the revisions of facts.</summary>
internal static class FactRow
{
    /// <summary>Reads key, region and fact, in the order of their columns.</summary>
    public static FactEntry Read(DbDataReader row) =>
        new(
            row.GetString(0),
            new(row.GetInt64(1), row.GetInt64(2), row.GetInt32(3), row.GetInt32(4)),
            row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5)
        );
}
