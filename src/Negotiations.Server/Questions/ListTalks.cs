using Wolverine.Http;

namespace Negotiations.Server;

public static class ListTalksEndpoint
{
    [WolverineGet("/api")]
    public static async Task<IResult> Get(
        HttpRequest request,
        MartenEventStore store,
        ServerSettings settings,
        CancellationToken cancellationToken
    )
    {
        _ = new Parameters(request);
        var defined = await store.ReadDefinedAsync(cancellationToken);
        // Where everybody may read, a key does not take that away.
        if (settings.Reading == Reading.Closed && Caller.Find(request.HttpContext).Negotiation is { } only)
            defined = [.. defined.Where(one => one.Negotiation == only)];
        return JsonResults.Create(
            AnswerJson.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("negotiations");
                foreach (var negotiation in defined.OrderBy(one => one.Negotiation, StringComparer.Ordinal))
                {
                    writer.WriteStartObject();
                    writer.WriteString("talks", negotiation.Negotiation);
                    writer.WriteString("title", negotiation.Title);
                    writer.WriteString("state", $"/api/{Uri.EscapeDataString(negotiation.Negotiation)}/state");
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            })
        );
    }
}
