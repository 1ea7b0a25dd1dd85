namespace Negotiations.Server.Pages;

/// <summary>The tag of a page: the same as long as the page is the same to the byte.</summary>
internal static class PageTag
{
    /// <summary>The tag of a page of a negotiation.</summary>
    /// <remarks>
    /// The link of the chain stands for all that is recorded up to the position, in whichever store. An erasure changes
    /// nothing of the chain, and is counted beside it.
    /// </remarks>
    public static string Create(PageContext context, string address) =>
        AnswerTag.Create(
            context.Proven,
            context.Site,
            address,
            context.ChainHead,
            $"{context.Settled.Position}",
            $"{context.Summary.Answered.Erased}",
            context.Quotes ? context.Texts!.Generation : ""
        );
}
