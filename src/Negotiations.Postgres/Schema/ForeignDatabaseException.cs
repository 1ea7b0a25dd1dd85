namespace Negotiations.Postgres;

/// <summary>The database holds another program's events; nothing was changed in it.</summary>
/// <param name="database">Name of the database.</param>
public sealed class ForeignDatabaseException(string database)
    : Exception($"database '{database}' has tables of Marten (mt_events, mt_streams) but not the mark of this program "
        + "(negotiations_schema): it belongs to another program and was left as it is. Give a database of its own, "
        + "for instance one made by: createdb negotiations");
