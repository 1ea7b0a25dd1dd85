using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using NodaTime;

namespace Negotiations.Server;

/// <summary>The headers by which an answer says of which time it is (RFC 7089), and where its neighbours are.</summary>
internal static class Memento
{
    /// <summary>The questions of which an answer at a position has neighbours.</summary>
    public static readonly IReadOnlyList<string> Questions = ["state", "positions", "blame", "history", "reports"];

    /// <summary>Says of an answer as of now where the same is to be found for ever.</summary>
    public static void Announce(HttpRequest request, string negotiation, RecordHead head)
    {
        if (FindQuestion(request) is not { } question || head.Settled.At is not { } at)
            return;
        Write(
            request.HttpContext.Response,
            [
                Describe(Locate(request, null), "original"),
                DescribeTimeMap(request, negotiation, question),
                DescribeMemento(Locate(request, head.Proven), "memento", at),
            ]
        );
    }

    /// <summary>Says of an answer as of a position when that was recorded, and what was before and after it.</summary>
    public static async Task DescribeAsync(
        HttpRequest request,
        MartenEventStore store,
        string negotiation,
        ProvenPosition position,
        CancellationToken cancellationToken
    )
    {
        if (
            FindQuestion(request) is not { } question
            || (await store.ResolvePositionAsync(position.Position, cancellationToken)).At is not { } at
        )
            return;
        // Of a part of a list, "next" is the next part.
        var isPart = ReportPage.Parameters.Any(request.Query.ContainsKey);
        var neighbours = isPart
            ? new(null, null)
            : await store.FindNeighboursAsync(negotiation, position.Position, cancellationToken);
        List<string> links =
        [
            Describe(Locate(request, null), "original"),
            DescribeTimeMap(request, negotiation, question),
        ];
        if (neighbours.Previous is { } previous)
            links.Add(Describe(Locate(request, previous), "prev"));
        if (neighbours.Next is { } next)
            links.Add(Describe(Locate(request, next), "next"));
        if (!isPart)
            links.Add(DescribeMemento(Locate(request, position), "self memento", at));
        request.HttpContext.Response.Headers["Memento-Datetime"] = FormatTime(at);
        Write(request.HttpContext.Response, links);
    }

    /// <summary>A link to an answer of a time.</summary>
    public static string DescribeMemento(string address, string relations, Instant at) =>
        $"{Describe(address, relations)}; datetime=\"{FormatTime(at)}\"";

    public static string Describe(string address, string relations) => $"<{address}>; rel=\"{relations}\"";

    /// <summary>The address of a question without parameters.</summary>
    public static string Locate(HttpRequest request, string negotiation, string question) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}/api/{Uri.EscapeDataString(negotiation)}/{question}";

    /// <summary>A time as HTTP writes it, to the second.</summary>
    public static string FormatTime(Instant at) => at.ToDateTimeUtc().ToString("R", CultureInfo.InvariantCulture);

    // The address that was asked for, with another bound on the record clock.
    private static string Locate(HttpRequest request, ProvenPosition? position)
    {
        var others = request.Query.Where(pair => pair.Key != Parameters.RecordedBy);
        var query = new QueryBuilder(others);
        if (position is { } bound)
            query.Add(Parameters.RecordedBy, $"{bound}");
        return UriHelper.BuildAbsolute(
            request.Scheme,
            request.Host,
            request.PathBase,
            request.Path,
            query.ToQueryString()
        );
    }

    private static string DescribeTimeMap(HttpRequest request, string negotiation, string question) =>
        $"{Describe($"{Locate(request, negotiation, "timemap")}?of={question}", "timemap")}; "
        + $"type=\"{TimeMapEndpoint.MediaType}\"";

    private static string? FindQuestion(HttpRequest request) =>
        Questions.FirstOrDefault(question =>
            request.Path.Value?.EndsWith($"/{question}", StringComparison.OrdinalIgnoreCase) == true
        );

    private static void Write(HttpResponse response, IEnumerable<string> links) =>
        response.Headers.Append("Link", string.Join(", ", links));
}
