namespace Negotiations.Coding;

/// <summary>Looks at a new draft as a replay would.</summary>
public static class DraftCheck
{
    /// <summary>What is wrong in it; nothing where every proposal could be accepted as it stands.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="definition">Its negotiation.</param>
    /// <param name="texts">The texts; null where they are not at hand.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<IReadOnlyList<CodingError>> ReadAsync(
        SubmittedFile draft,
        NegotiationDefined definition,
        ArticleTextFolder? texts,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await new CodedFilesReader(
                [CodedSource.FromText(draft)],
                _ => Task.FromResult<NegotiationDefined?>(definition),
                areDrafts: true,
                texts,
                checks: null,
                cancellationToken
            )
            {
                TakesUnreviewed = true,
            }.ReadAsync();
            return [];
        }
        catch (CodingException exception)
        {
            return exception.Errors;
        }
    }
}
