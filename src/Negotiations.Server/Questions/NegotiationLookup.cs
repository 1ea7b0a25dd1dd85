namespace Negotiations.Server;

internal static class NegotiationLookup
{
    /// <summary>Finds the identifier of the negotiation that a text means (see <see cref="TalksFinder"/>).</summary>
    /// <exception cref="UnclearTalksException">It means no negotiation, or more than one.</exception>
    public static async Task<string> FindAsync(IEventStore store, string talks, CancellationToken cancellationToken) =>
        TalksFinder.Find(talks, await store.ReadDefinedAsync(cancellationToken)).Negotiation;
}
