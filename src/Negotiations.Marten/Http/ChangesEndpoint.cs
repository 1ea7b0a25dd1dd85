using System.Globalization;
using Marten;
using Wolverine.Http;

namespace Negotiations.Marten;

/// <summary>The changes of a negotiation's answer that came in through this host, in the order of the record.</summary>
public static class ChangesEndpoint
{
    /// <summary>Each change with the positions between which <c>diff</c> on the recorded clock shows it.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">With <c>after</c>, a position of the record: only changes that were complete later.</param>
    /// <param name="store">The store.</param>
    /// <param name="session">The session that reads.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    [WolverineGet("/talks/{talks}/changes")]
    public static async Task<IResult> Get(string talks, HttpRequest request, MartenEventStore store, IQuerySession session, CancellationToken cancellationToken)
    {
        var asked = new Parameters(request, "after");
        if (!long.TryParse(asked["after"] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            throw new WrongParameterException("after", $"'{asked["after"]}' is no position of the record");
        var negotiation = await Talks.FindAsync(store, talks, cancellationToken);
        var changes = await session.Query<PublishedChange>()
            .Where(change => change.Negotiation == negotiation && change.At > after)
            .OrderBy(change => change.At)
            .ToListAsync(cancellationToken);
        return Replies.Json(AnswerJson.Write(writer =>
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
            writer.WriteEndObject();
        }));
    }
}
