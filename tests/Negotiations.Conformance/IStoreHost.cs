namespace Negotiations.Conformance;

/// <summary>An engine on which a store of events stands; every engine keeps the same contract.</summary>
public interface IStoreHost : IAsyncDisposable
{
    /// <summary>Makes the store in an empty database, and opens it.</summary>
    Task<IEventStore> InstallAsync(TestDatabase database);

    /// <summary>Opens it once more, as another program would.</summary>
    Task<IEventStore> OpenAgainAsync();
}
