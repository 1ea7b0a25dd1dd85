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
        if (ProvenPosition.Find(parameters["after"] ?? "0") is not { } place)
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
        // One before, whose position proves that the place is of this record.
        var after = place.Position;
        var read = await session
            .Query<PublishedChange>()
            .Where(change => change.Negotiation == negotiation && change.Place >= after)
            .OrderBy(change => change.Place)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var before = read.FirstOrDefault(change => change.Place == after);
        if (place.Proof is not null && place != await ProveAsync(store, after, before, cancellationToken))
            throw new LostPositionException(place);
        // Whoever gives a position of the record in its stead would wait for changes for ever.
        if (after > 0 && read.Count == 0)
            throw new WrongParameterException(
                "after",
                $"'{parameters["after"]}' lies beyond the last of the changes: give the 'next' of an earlier answer"
            );
        var changes = read.Where(change => change.Place > after).Take(limit).ToList();
        var next = changes is [.., var last] ? await ProveAsync(store, last.Place, last, cancellationToken) : place;
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
                writer.WriteString("next", $"{next}");
                writer.WriteEndObject();
            })
        );
    }

    // A place in the list, proved by the position of the change there.
    private static async Task<ProvenPosition> ProveAsync(
        MartenEventStore store,
        long place,
        PublishedChange? change,
        CancellationToken cancellationToken
    ) => new(place, change is null ? null : (await store.ProveAsync(change.At, cancellationToken)).Proof);
}
