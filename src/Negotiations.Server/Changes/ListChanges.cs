using System.Globalization;
using Marten;
using Wolverine.Http;

namespace Negotiations.Server;

public static class ListChangesEndpoint
{
    private const int Most = 1000;

    [WolverineGet("/api/{talks}/changes")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, "after", "limit");
        if (!long.TryParse(parameters["after"] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            throw new WrongParameterException(
                "after",
                $"'{parameters["after"]}' is no place among the changes: give the 'next' of an earlier answer"
            );
        if (
            !int.TryParse(
                parameters["limit"] ?? $"{Most}",
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var limit
            ) || limit is < 1 or > Most
        )
            throw new WrongParameterException("limit", $"'{parameters["limit"]}' is no number from 1 to {Most}");
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        var changes = await session
            .Query<PublishedChange>()
            .Where(change => change.Negotiation == negotiation && change.Place > after)
            .OrderBy(change => change.Place)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return JsonResults.Create(
            AnswerJson.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("talks", negotiation);
                writer.WriteStartArray("changes");
                foreach (var change in changes)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("after", change.After);
                    writer.WriteNumber("at", change.At);
                    writer.WriteNumber("facts", change.Facts);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteNumber("next", changes is [.., var last] ? last.Place : after);
                writer.WriteEndObject();
            })
        );
    }
}
