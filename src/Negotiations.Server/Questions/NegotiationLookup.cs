namespace Negotiations.Server;

internal static class NegotiationLookup
{
    /// <summary>Finds the identifier of the negotiation that a text means (see <see cref="TalksFinder"/>).</summary>
    /// <exception cref="UnclearTalksException">It means no negotiation, or more than one.</exception>
    /// <exception cref="AccessException">The key of whoever asks is for another one.</exception>
    // Where everybody may read, a key does not take that away.
    public static async Task<string> FindAsync(
        IEventStore store,
        HttpRequest request,
        string talks,
        CancellationToken cancellationToken
    )
    {
        var negotiation = TalksFinder.Find(talks, await store.ReadDefinedAsync(cancellationToken)).Negotiation;
        var settings = request.HttpContext.RequestServices.GetRequiredService<ServerSettings>();
        if (settings.Reading == Reading.Closed || !HttpMethods.IsGet(request.Method))
            Caller.Find(request.HttpContext).RequireNegotiation(negotiation);
        return negotiation;
    }
}
