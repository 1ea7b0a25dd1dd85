namespace Negotiations.Store;

/// <summary>The database holds what is another program's; nothing was changed in it.</summary>
/// <param name="database">Name of the database.</param>
/// <param name="found">Names of some of what it holds.</param>
public sealed class ForeignDatabaseException(string database, IReadOnlyList<string> found)
    : RefusedException(
        $"database '{database}' has tables, views or functions in its schema public "
            + $"({string.Join(", ", found)}) but not "
            + "the mark of this program (negotiations_schema): it belongs to another program and was "
            + "left as it is. Give a database "
            + "of its own, for instance one made by: createdb negotiations"
    );
