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
        var defined = await store.ReadDefinedAsync(cancellationToken);
        var settings = request.HttpContext.RequestServices.GetRequiredService<ServerSettings>();
        if (settings.Reading == Reading.Open && HttpMethods.IsGet(request.Method))
            return TalksFinder.Find(talks, defined).Negotiation;
        var caller = Caller.Find(request.HttpContext);
        try
        {
            var negotiation = TalksFinder.Find(talks, defined).Negotiation;
            caller.RequireNegotiation(negotiation);
            return negotiation;
        }
        catch (UnclearTalksException) when (caller.Negotiation is { } only)
        {
            // What others there are is not theirs to know.
            throw Caller.Refuse(only);
        }
    }
}
