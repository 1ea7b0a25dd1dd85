namespace Negotiations.Server;

/// <summary>A database that lacks what the host needs.</summary>
/// <param name="missing">The table that is missing.</param>
public sealed class NotMigratedException(string missing)
    : Exception(
        $"the database has no table {missing}: run 'migrate' first, as its owner, with the settings with which the host runs"
    );
