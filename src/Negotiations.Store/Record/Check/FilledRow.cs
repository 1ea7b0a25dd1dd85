using Npgsql;

namespace Negotiations.Store;

/// <summary>
/// A row as it is read by the check of the hash chain: what is empty, and may not be, is noted and does not end the
/// check.
/// </summary>
/// <param name="reader">The reader that stands on the row.</param>
internal sealed class FilledRow(NpgsqlDataReader reader)
{
    private readonly List<string> empty = [];

    /// <summary>What stands for a time that is not there: a time that no event can have.</summary>
    public static byte[] NoTime => [0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

    /// <summary>Names of the columns that were empty.</summary>
    public IReadOnlyList<string> Empty => empty;

    /// <summary>The value of a column; where it is empty, what stands for it.</summary>
    /// <param name="column">Its place in the row.</param>
    /// <param name="name">Its name.</param>
    /// <param name="otherwise">What stands for it.</param>
    public T Get<T>(int column, string name, T otherwise)
    {
        if (!reader.IsDBNull(column))
            return reader.GetFieldValue<T>(column);
        empty.Add(name);
        return otherwise;
    }
}
