namespace Negotiations.Store;

/// <summary>A database that was to be asked has no store; nothing was changed in it.</summary>
/// <param name="database">Name of the database.</param>
public sealed class NoStoreException(string database)
    : NotFoundException($"there is no store in database '{database}' yet; replay coded files into it first");
