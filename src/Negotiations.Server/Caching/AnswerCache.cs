namespace Negotiations.Server;

/// <summary>Answers that whoever asks may keep.</summary>
/// <remarks>
/// An answer follows from its address and from what is recorded. So its tag is known before anything is computed: the
/// link of the hash chain stands for all that is recorded up to a position, in this store and no other. An erasure
/// changes nothing of the chain, and is counted beside it.
/// </remarks>
public sealed class AnswerCache(MartenEventStore store)
{
    // What it replaces is never wrong, only older; so whichever is written last may stay.
    private Counted counted = new(0, 0);

    /// <summary>Answers a question about a negotiation, or says that whoever asks has the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="talks">The negotiation, as it was asked for.</param>
    /// <param name="answer">Gives the JSON of the answer for the identifier of the negotiation.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal async Task<IResult> AnswerAsync(
        HttpRequest request,
        Parameters parameters,
        string talks,
        Func<string, Task<string>> answer,
        CancellationToken cancellationToken
    )
    {
        var settled = await store.ReadPositionAsync(cancellationToken);
        return parameters.FindPosition() is { } position && position <= settled.Position
            ? await AnswerFixedAsync(request, talks, answer, position, settled, cancellationToken)
            : await AnswerNowAsync(request, talks, answer, settled, cancellationToken);
    }

    // A short name of a negotiation, and a time, can come to mean something else when more is recorded; the settled
    // position stands for that too.
    private async Task<IResult> AnswerNowAsync(
        HttpRequest request,
        string talks,
        Func<string, Task<string>> answer,
        RecordPosition settled,
        CancellationToken cancellationToken
    )
    {
        var tag = AnswerTag.Create(
            $"{request.Path}{request.QueryString}",
            await ReadLinkAsync(settled.Position, cancellationToken)
        );
        if (AnswerTag.IsHeld(request, tag))
            return Confirm(request, tag, "no-cache");
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        var json = await answer(negotiation);
        Memento.Announce(request, negotiation, settled);
        return Give(request, tag, "no-cache", json);
    }

    private async Task<IResult> AnswerFixedAsync(
        HttpRequest request,
        string talks,
        Func<string, Task<string>> answer,
        long position,
        RecordPosition settled,
        CancellationToken cancellationToken
    )
    {
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        var tag = AnswerTag.Create(
            $"{request.Path}{request.QueryString}",
            negotiation,
            await ReadLinkAsync(position, cancellationToken),
            $"{await CountErasuresAsync(settled.Position, cancellationToken)}"
        );
        // A short name can come to mean another negotiation.
        var keep = negotiation == talks ? "max-age=31536000, immutable" : "no-cache";
        if (AnswerTag.IsHeld(request, tag))
            return Confirm(request, tag, keep);
        var json = await answer(negotiation);
        if (request.Query.ContainsKey(Parameters.RecordedBy))
            await Memento.DescribeAsync(request, store, negotiation, position, cancellationToken);
        return Give(request, tag, keep, json);
    }

    private async Task<string> ReadLinkAsync(long position, CancellationToken cancellationToken) =>
        await store.ReadLinkAsync(position, cancellationToken) is { } link ? Convert.ToHexStringLower(link) : "";

    // The whole record is counted once, and then what came since.
    private async Task<long> CountErasuresAsync(long settled, CancellationToken cancellationToken)
    {
        var before = counted;
        if (settled < before.Position)
            before = new(0, 0);
        var since = await store.CountErasuresAsync(before.Position, settled, cancellationToken);
        var now = new Counted(settled, before.Erasures + since);
        counted = now;
        return now.Erasures;
    }

    private static IResult Confirm(HttpRequest request, string tag, string keep)
    {
        Describe(request.HttpContext.Response, tag, keep);
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }

    private static IResult Give(HttpRequest request, string tag, string keep, string json)
    {
        Describe(request.HttpContext.Response, tag, keep);
        return JsonResults.Create(json);
    }

    // Where reading is closed, AccessControl makes it private.
    private static void Describe(HttpResponse response, string tag, string keep)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = $"public, {keep}";
    }

    private sealed record Counted(long Position, long Erasures);
}
