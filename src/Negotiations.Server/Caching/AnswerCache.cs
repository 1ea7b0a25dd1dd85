using Negotiations.Server.Replicas;

namespace Negotiations.Server;

/// <summary>Answers that whoever asks may keep.</summary>
/// <remarks>
/// An answer follows from its address and from what is recorded. So its tag is known before anything is computed: the
/// link of the hash chain stands for all that is recorded up to a position, in this store and no other. An erasure
/// changes nothing of the chain, and is counted beside it.
/// </remarks>
public sealed class AnswerCache(MartenEventStore store, ReplicaReader replicas)
{
    // What it replaces is never wrong, only older; so whichever is written last may stay.
    private Counted counted = new(new(0), new(0, 0));

    /// <summary>Gives the JSON of the answer for the identifier of a negotiation.</summary>
    /// <param name="store">The store to ask: the primary, or a replica that has what the answer hangs on.</param>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    internal delegate Task<string> Answer(MartenEventStore store, string negotiation);

    /// <summary>Answers a question about a negotiation, or says that whoever asks has the answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="talks">The negotiation, as it was asked for.</param>
    /// <param name="answer">Gives the answer.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal async Task<IResult> AnswerAsync(
        HttpRequest request,
        Parameters parameters,
        string talks,
        Answer answer,
        CancellationToken cancellationToken
    )
    {
        var head = await store.ReadHeadAsync(cancellationToken);
        return parameters.FindPosition() is { } asked && asked.Position <= head.Settled.Position
            ? await AnswerFixedAsync(request, talks, answer, asked, head, cancellationToken)
            : await AnswerNowAsync(request, talks, answer, head, cancellationToken);
    }

    // A short name of a negotiation, and a time, can come to mean something else when more is recorded; the settled
    // position stands for that too.
    private async Task<IResult> AnswerNowAsync(
        HttpRequest request,
        string talks,
        Answer answer,
        RecordHead head,
        CancellationToken cancellationToken
    )
    {
        var tag = AnswerTag.Create(head.Proven, $"{request.Path}{request.QueryString}");
        var isHeld = AnswerTag.IsHeld(request, tag);
        // Whoever may see one negotiation only is not told either that an answer about another is still so.
        if (isHeld && Caller.Find(request.HttpContext).Negotiation is null)
            return Confirm(request, tag, "no-cache");
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        if (isHeld)
            return Confirm(request, tag, "no-cache");
        var json = await answer(store, negotiation);
        Memento.Announce(request, negotiation, head);
        return Give(request, tag, "no-cache", json);
    }

    private async Task<IResult> AnswerFixedAsync(
        HttpRequest request,
        string talks,
        Answer answer,
        ProvenPosition asked,
        RecordHead head,
        CancellationToken cancellationToken
    )
    {
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        var proven = await store.ProveAsync(asked.Position, cancellationToken);
        if (asked.Proof is not null && asked != proven)
            throw new LostPositionException(asked);
        AnswerTag.RefuseLost(request, proven);
        var erasures = await CountErasuresAsync(head, cancellationToken);
        var tag = AnswerTag.Create(proven, $"{request.Path}{request.QueryString}", negotiation, $"{erasures.Count}");
        // A short name can come to mean another negotiation.
        var keep = negotiation == talks ? "max-age=31536000, immutable" : "no-cache";
        if (AnswerTag.IsHeld(request, tag))
            return Confirm(request, tag, keep);
        var json = await replicas.AskAsync(
            Math.Max(asked.Position, erasures.Last),
            reader => answer(reader, negotiation),
            cancellationToken
        );
        if (request.Query.ContainsKey(Parameters.RecordedBy))
            await Memento.DescribeAsync(request, store, negotiation, proven, cancellationToken);
        return Give(request, tag, keep, json);
    }

    // The whole record is counted once, and then what came since, as long as it is the same record.
    private async Task<RecordedErasures> CountErasuresAsync(RecordHead head, CancellationToken cancellationToken)
    {
        var before = counted;
        if (before.Until == head.Proven)
            return before.Erasures;
        if (before.Until != await store.ProveAsync(before.Until.Position, cancellationToken))
            before = new(new(0), new(0, 0));
        var since = await store.CountErasuresAsync(before.Until.Position, head.Settled.Position, cancellationToken);
        var now = new RecordedErasures(before.Erasures.Count + since.Count, Math.Max(before.Erasures.Last, since.Last));
        counted = new(head.Proven, now);
        return now;
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

    private sealed record Counted(ProvenPosition Until, RecordedErasures Erasures);
}
