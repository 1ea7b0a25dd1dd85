namespace Negotiations.Store;

/// <summary>The database was brought to a schema that this version of the program does not know.</summary>
/// <param name="database">Name of the database.</param>
/// <param name="found">The version of its schema.</param>
/// <param name="known">The latest version that this program knows.</param>
public sealed class NewerDatabaseException(string database, int found, int known)
    : RefusedException(
        $"database '{database}' has schema version {found}, but this version of the program knows schemas up to "
            + $"{known}: a newer one has used it. Update the program"
    );
