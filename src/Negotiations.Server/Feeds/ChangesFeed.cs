using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Marten;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>What was recorded last of a negotiation, as an Atom feed.</summary>
public static class ChangesFeedEndpoint
{
    internal const string MediaType = "application/atom+xml";

    private const int Most = 50;

    [WolverineGet("/api/{talks}/feed.atom")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        _ = new Parameters(request);
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        // One more than is shown, since an entry says what came after the one before.
        var batches = await store.ReadBatchesAsync(negotiation, most: Most + 1, cancellationToken: cancellationToken);
        var first = batches is [var oldest, ..] ? oldest.First : 0;
        var changes = await session
            .Query<PublishedChange>()
            .Where(change => change.Negotiation == negotiation && change.At >= first)
            .ToListAsync(cancellationToken);
        var entries = batches
            .Select(
                (batch, i) =>
                    new Entry(
                        i == 0 ? batch.First - 1 : batches[i - 1].Last,
                        batch,
                        changes
                            .Where(change => change.At >= batch.First && change.At <= batch.Last)
                            .Sum(one => one.Facts)
                    )
            )
            .TakeLast(Most)
            .Reverse();
        // What is published later changes an entry, without anything being recorded.
        var feed = Write(request, negotiation, entries);
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ETag = AnswerTag.Create(feed);
        return AnswerTag.IsHeld(request, headers.ETag!)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(feed, $"{MediaType}; charset=utf-8");
    }

    private static byte[] Write(HttpRequest request, string negotiation, IEnumerable<Entry> entries)
    {
        var items = entries.Select(entry => Describe(request, negotiation, entry)).ToList();
        var feed = new SyndicationFeed(items)
        {
            Id = Name(negotiation),
            Title = new($"What was recorded of {negotiation}"),
            LastUpdatedTime = items is [var newest, ..] ? newest.LastUpdatedTime : DateTimeOffset.UnixEpoch,
        };
        feed.Authors.Add(new() { Name = "Negotiations" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new(Memento.Locate(request, negotiation, "feed.atom"))));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new(Memento.Locate(request, negotiation, "state"))));
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            new Atom10FeedFormatter(feed).WriteTo(writer);
        return written.ToArray();
    }

    private static SyndicationItem Describe(HttpRequest request, string negotiation, Entry entry)
    {
        var (after, batch, facts) = entry;
        var time = batch.At.ToDateTimeOffset();
        var title = facts switch
        {
            0 => $"Recorded at {batch.Last}",
            1 => $"1 fact changed at {batch.Last}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{facts} facts changed at {batch.Last}"),
        };
        var item = new SyndicationItem
        {
            // The same in every feed of this store, wherever it is asked for.
            Id = Name(negotiation, $"{batch.Last}", $"{batch.At.ToUnixTimeTicks()}"),
            Title = new(title),
            LastUpdatedTime = time,
            PublishDate = time,
        };
        item.Links.Add(
            SyndicationLink.CreateAlternateLink(
                new($"{Memento.Locate(request, negotiation, "diff")}?clock=recorded&from={after}&to={batch.Proven}")
            )
        );
        return item;
    }

    // An identifier of some texts (RFC 9562, version 8).
    private static string Name(params string[] parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ["feed", .. parts])))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private sealed record Entry(long After, RecordBatch Batch, int Facts);
}
