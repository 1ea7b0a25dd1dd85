namespace Negotiations.Postgres.Tests;

/// <summary>A test of what only the embedded store has, with a store in a database of its own.</summary>
public abstract class StoreTest : StoreContract<EmbeddedHost>
{
    private protected new PostgresEventStore Store => Recorded;
}
