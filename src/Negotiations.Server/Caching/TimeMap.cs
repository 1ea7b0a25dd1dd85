using System.Text;
using Wolverine.Http;

namespace Negotiations.Server;

public static class TimeMapEndpoint
{
    internal const string MediaType = "application/link-format";

    // So many that no negotiation of newspapers' size has them, and few enough for one answer.
    private const int Most = 10_000;

    /// <summary>The positions of the record at which a question has other answers (RFC 7089, section 5).</summary>
    [WolverineGet("/api/{talks}/timemap")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, "of");
        var question = parameters["of"] ?? Memento.Questions[0];
        if (!Memento.Questions.Contains(question))
            throw new WrongParameterException(
                "of",
                $"there is no time map of '{question}'; there are {string.Join(", ", Memento.Questions)}"
            );
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        var batches = await store.ReadBatchesAsync(negotiation, most: Most, cancellationToken: cancellationToken);
        var original = Memento.Locate(request, negotiation, question);
        List<string> links =
        [
            Memento.Describe(original, "original"),
            Memento.Describe($"{Memento.Locate(request, negotiation, "timemap")}?of={question}", "self")
                + $"; type=\"{MediaType}\"",
        ];
        links.AddRange(
            batches.Select(
                (batch, i) =>
                    Memento.DescribeMemento(
                        $"{original}?{Parameters.RecordedBy}={batch.Proven}",
                        (i == 0, i == batches.Count - 1) switch
                        {
                            (true, true) => "first last memento",
                            (true, false) => "first memento",
                            (false, true) => "last memento",
                            _ => "memento",
                        },
                        batch.At
                    )
            )
        );
        return Results.Text($"{string.Join(",\n", links)}\n", MediaType, Encoding.UTF8);
    }
}
