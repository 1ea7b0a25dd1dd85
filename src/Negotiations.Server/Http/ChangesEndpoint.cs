using System.Globalization;
using Marten;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>
/// The changes of a negotiation's answer that came in through this host, in the order in which they were published.
/// </summary>
public static class ChangesEndpoint
{
    private const int Most = 1000;

    /// <summary>Each change with the positions between which <c>diff</c> on the recorded clock shows it.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">With <c>after</c>, the <c>next</c> of an earlier answer: only changes that were published
    /// since; and <c>limit</c>, at most how many, from 1 to 1000.</param>
    /// <param name="store">The store.</param>
    /// <param name="session">The session that reads.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    [WolverineGet("/talks/{talks}/changes")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        var asked = new Parameters(request, "after", "limit");
        if (!long.TryParse(asked["after"] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            throw new WrongParameterException(
                "after",
                $"'{asked["after"]}' is no place among the changes: give the 'next' of an earlier answer"
            );
        if (
            !int.TryParse(asked["limit"] ?? $"{Most}", NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            || limit is < 1 or > Most
        )
            throw new WrongParameterException("limit", $"'{asked["limit"]}' is no number from 1 to {Most}");
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
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
