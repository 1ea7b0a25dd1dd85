namespace Negotiations.Server;

/// <summary>What a request is about.</summary>
internal static class NegotiationLookup
{
    /// <summary>Identifier of the negotiation that is meant (see <see cref="TalksText"/>).</summary>
    /// <exception cref="UnclearTalksException">There is none, or more than one.</exception>
    public static async Task<string> FindAsync(IEventStore store, string talks, CancellationToken cancellationToken) =>
        TalksText.Find(talks, await store.ReadDefinedAsync(cancellationToken)).Negotiation;

    /// <summary>Sees to it that the beginning of a key means some fact, also where an answer has none.</summary>
    /// <exception cref="UnknownFactException">No fact has ever begun so.</exception>
    public static Task CheckAsync(
        IEventStore store,
        string negotiation,
        string prefix,
        bool isThere,
        CancellationToken cancellationToken
    ) =>
        isThere || prefix.Length == 0
            ? Task.CompletedTask
            : FactKeys.RequireAsync(store, negotiation, prefix, cancellationToken);
}
