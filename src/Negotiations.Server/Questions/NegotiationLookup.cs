namespace Negotiations.Server;

internal static class NegotiationLookup
{
    /// <summary>Finds the identifier of the negotiation that a text means (see <see cref="TalksFinder"/>).</summary>
    /// <exception cref="UnclearTalksException">It means no negotiation, or more than one.</exception>
    public static async Task<string> FindAsync(IEventStore store, string talks, CancellationToken cancellationToken) =>
        TalksFinder.Find(talks, await store.ReadDefinedAsync(cancellationToken)).Negotiation;

    /// <summary>Checks that the beginning of a key means some fact, even if this answer has none.</summary>
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
