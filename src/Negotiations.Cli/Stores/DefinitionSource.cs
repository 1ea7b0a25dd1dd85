using Negotiations.Cli.Options;
using Negotiations.Coding;

namespace Negotiations.Cli.Stores;

/// <summary>
/// Where the definition of a negotiation is found that the named files do not give: beside them, or else in the store,
/// which is opened only then.
/// </summary>
/// <param name="paths">The files that were named.</param>
/// <param name="address">The store.</param>
/// <param name="error">Receives what is said while it is opened.</param>
internal sealed class DefinitionSource(IReadOnlyList<string> paths, StoreAddress address, TextWriter error)
    : IAsyncDisposable
{
    private OpenedStore? opened;

    /// <summary>The definition; null where nobody has it.</summary>
    public async Task<NegotiationDefined?> FindAsync(string negotiation, CancellationToken cancellationToken)
    {
        if (DefinitionsBeside.Find(paths, negotiation) is { } beside)
            return beside;
        opened ??= await StoreOpener.ForQuestionsAsync(address, error, cancellationToken);
        return await FileIntake.ReadDefinitionAsync(opened.Store, negotiation, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (opened is not null)
            await opened.DisposeAsync();
    }
}
