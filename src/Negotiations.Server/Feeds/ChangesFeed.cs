using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Negotiations.Server.Pages;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>What was recorded last of a negotiation, as an Atom feed.</summary>
public static class ChangesFeedEndpoint
{
    internal const string MediaType = "application/atom+xml";

    private const string Html = "text/html";

    private const string Json = "application/json";

    private const int Most = 50;

    [WolverineGet("/api/{talks}/feed.atom")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        _ = new Parameters(request);
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        // One more than is shown, since an entry says what came after the one before.
        var batches = await store.ReadBatchesAsync(negotiation, most: Most + 1, cancellationToken: cancellationToken);
        var now = await KeptState.ReadAsync(store, new(negotiation), [], cancellationToken);
        var words = request.HttpContext.RequestServices.GetRequiredService<FeedEntries>();
        var entries = await words.ReadAsync(now, batches, isWhole: batches.Count <= Most, cancellationToken);
        // What is erased later changes an entry.
        var feed = Write(request, now.Definition, entries.Reverse());
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ETag = AnswerTag.Create(feed);
        return AnswerTag.IsHeld(request, headers.ETag!)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(feed, $"{MediaType}; charset=utf-8");
    }

    private static byte[] Write(HttpRequest request, NegotiationDefined definition, IEnumerable<FeedEntry> entries)
    {
        var negotiation = definition.Negotiation;
        var items = entries.Select(entry => Describe(request, negotiation, entry)).ToList();
        var feed = new SyndicationFeed(items)
        {
            Id = Name(negotiation),
            Title = new(definition.Title),
            LastUpdatedTime = items is [var newest, ..] ? newest.LastUpdatedTime : DateTimeOffset.UnixEpoch,
        };
        feed.Authors.Add(new() { Name = "Negotiations" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new(Memento.Locate(request, negotiation, "feed.atom"))));
        feed.Links.Add(Link(Locate(request, new(negotiation)), Html));
        feed.Links.Add(Link(Memento.Locate(request, negotiation, "state"), Json));
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            new Atom10FeedFormatter(feed).WriteTo(writer);
        return written.ToArray();
    }

    private static SyndicationItem Describe(HttpRequest request, string negotiation, FeedEntry entry)
    {
        var batch = entry.Batch;
        var time = batch.At.ToDateTimeOffset();
        var item = new SyndicationItem
        {
            // The same in every feed of this store, wherever it is asked for.
            Id = Name(negotiation, $"{batch.Last}", $"{batch.At.ToUnixTimeTicks()}"),
            Title = new(entry.Title),
            Summary = new(entry.Summary),
            LastUpdatedTime = time,
            PublishDate = time,
        };
        // Before the first there is nothing with which it could be compared.
        var (page, answer) =
            entry.After == 0
                ? (
                    new PageAddress(negotiation).WithBound("recorded", $"{batch.Proven}"),
                    $"{Memento.Locate(request, negotiation, "state")}?{Parameters.RecordedBy}={batch.Proven}"
                )
                : (
                    new PageAddress(negotiation).To(PageView.Compare, "recorded", $"{entry.After}", $"{batch.Proven}"),
                    $"{Memento.Locate(request, negotiation, "diff")}?clock=recorded"
                        + $"&from={entry.After}&to={batch.Proven}"
                );
        item.Links.Add(Link(Locate(request, page), Html));
        item.Links.Add(Link(answer, Json));
        return item;
    }

    private static SyndicationLink Link(string address, string type) =>
        new(new(address), "alternate", title: null, type, length: 0);

    private static string Locate(HttpRequest request, PageAddress page) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}{page.Path}";

    // An identifier of some texts (RFC 9562, version 8).
    private static string Name(params string[] parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ["feed", .. parts])))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
