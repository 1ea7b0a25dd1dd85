namespace Negotiations.Assistant;

/// <summary>Leaves out what no reviewer could accept, because a replay would refuse it.</summary>
public static class AcceptableDraft
{
    // Nobody reviews more at once, and a text with more is hardly one article.
    private const int Most = 1_000;

    /// <summary>The draft with what a replay would take; the other proposals are counted by what is wrong.</summary>
    /// <param name="head">The top of the file.</param>
    /// <param name="draft">What is proposed.</param>
    /// <param name="texts">Where the text of the article is found.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<Draft> FindAsync(
        ArticleHead head,
        Draft draft,
        ArticleTexts texts,
        CancellationToken cancellationToken = default
    )
    {
        if (draft.Proposals.Count > Most)
            draft = draft with
            {
                Proposals = [.. draft.Proposals.Take(Most)],
                Dropped =
                [
                    .. draft.Dropped,
                    new(
                        $"a draft has at most {Most} proposals: cut the text into its articles",
                        draft.Proposals.Count - Most
                    ),
                ],
            };
        var file = DraftFile.Read(
            new SubmittedFile("draft.yaml", DraftComposer.Write(head.Write(), draft, head.Text.Text!))
        );
        var errors = await DraftChecks.FindAsync(file, head.Definition, texts, cancellationToken);
        if (errors.Count == 0)
            return draft;
        return draft with
        {
            Proposals = [.. draft.Proposals.Where((_, place) => !errors.Contains(place))],
            Dropped =
            [
                .. draft.Dropped,
                .. errors
                    .GroupBy(found => found.First().Message, StringComparer.Ordinal)
                    .Select(reason => new DroppedProposals(
                        $"a replay would refuse it, {draft.Proposals[reason.First().Key].Type}: {reason.Key}",
                        reason.Count()
                    )),
            ],
        };
    }
}
