namespace Negotiations.Server.Desk;

/// <summary>The first page of the desk: what can be begun, and the drafts.</summary>
internal static class DeskOverview
{
    public static async Task<IResult> ShowAsync(DeskRequest request)
    {
        var caller = request.Caller;
        var talks = (await request.Store.ReadDefinedAsync(request.Cancelled))
            .Where(talks => caller.Negotiation is null || talks.Negotiation == caller.Negotiation)
            .OrderBy(talks => talks.Title, StringComparer.Ordinal);
        var drafts = caller.Has(Roles.Coder) ? await request.Shelf.ListAsync(caller, request.Cancelled) : [];
        return await request.ShowAsync<OverviewPage>(
            new OverviewContent(request.Visit(), [.. talks], drafts)
            {
                MayCode = caller.Has(Roles.Coder),
                MayCorrect = caller.Has(Roles.Editor),
                Deletable = [.. drafts.Where(draft => MayDelete(caller, draft.Owner)).Select(draft => draft.Id)],
            }
        );
    }

    public static async Task<IResult> DeleteAsync(DeskRequest request)
    {
        var draft = await request.FindDraftAsync();
        if (!MayDelete(request.Caller, draft.Owner))
            throw AccessException.Forbid(
                $"the draft is {draft.Owner ?? "somebody else"}'s: they delete it, or an administrator"
            );
        await request.Shelf.DeleteAsync(draft.Id, seen: null, request.Cancelled);
        return request.Go("/desk");
    }

    private static bool MayDelete(Caller caller, string? owner) =>
        owner == caller.Name || caller.Has(Roles.Administrator);
}

/// <summary>What the first page of the desk shows.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Talks">The negotiations in which they may do something.</param>
/// <param name="Drafts">The drafts on which they may work.</param>
public sealed record OverviewContent(
    DeskVisit Visit,
    IReadOnlyList<NegotiationDefined> Talks,
    IReadOnlyList<ListedDraft> Drafts
)
{
    /// <summary>Whether they may code.</summary>
    public bool MayCode { get; init; }

    /// <summary>Whether they may correct.</summary>
    public bool MayCorrect { get; init; }

    /// <summary>The drafts that they may delete.</summary>
    public IReadOnlyList<Guid> Deletable { get; init; } = [];
}
