namespace Negotiations.Marten.Tests;

/// <summary>The store on Marten, in a database that an embedded store has made.</summary>
public sealed class MartenOnEmbeddedHost : MartenStoreHost
{
    private protected override Task PrepareAsync(TestDatabase database) => database.OpenStoreAsync();
}
