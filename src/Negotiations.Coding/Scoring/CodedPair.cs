namespace Negotiations.Coding;

/// <summary>Reads two codings that are to be compared.</summary>
public static class CodedPair
{
    /// <summary>The articles of both.</summary>
    /// <param name="gold">A coded file, or a folder of them.</param>
    /// <param name="coded">Another.</param>
    /// <param name="others">Files of negotiations that neither has.</param>
    /// <param name="stored">The definition that a store has of a negotiation; asked where no file defines it.</param>
    /// <param name="texts">The texts of the articles, for files with words; null where they are not at hand.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CodingException">A file cannot be read, or a path has no article.</exception>
    public static async Task<(IReadOnlyList<CodedFile> Gold, IReadOnlyList<CodedFile> Coded)> ReadAsync(
        string gold,
        string coded,
        IReadOnlyList<string> others,
        Func<string, Task<NegotiationDefined?>> stored,
        ArticleTextFolder? texts = null,
        CancellationToken cancellationToken = default
    )
    {
        // A negotiation that one of them defines need not be defined by the other.
        var defined = new Dictionary<string, NegotiationDefined>(StringComparer.Ordinal);
        if (others.Count > 0)
            Learn(await ReadAsync(others));
        var right = await ReadAsync([gold]);
        Learn(right);
        var measured = await ReadAsync([coded]);
        return (FindArticles(gold, right), FindArticles(coded, measured));

        async Task<NegotiationDefined?> FindAsync(string negotiation) =>
            defined.TryGetValue(negotiation, out var definition) ? definition : await stored(negotiation);

        Task<CodedBatch> ReadAsync(IEnumerable<string> paths) =>
            CodedFiles.ReadAsync(
                CodedFiles.Find(paths),
                FindAsync,
                areDrafts: true,
                texts: texts,
                cancellationToken: cancellationToken
            );

        void Learn(CodedBatch batch)
        {
            foreach (var file in batch.Definitions)
                defined[file.Definition.Negotiation] = file.Definition;
        }
    }

    /// <summary>The articles of one coding.</summary>
    /// <inheritdoc cref="ReadAsync" path="/param"/>
    /// <exception cref="CodingException">A file cannot be read, or there is no article.</exception>
    public static async Task<IReadOnlyList<CodedFile>> ReadOneAsync(
        string gold,
        IReadOnlyList<string> others,
        Func<string, Task<NegotiationDefined?>> stored,
        ArticleTextFolder? texts = null,
        CancellationToken cancellationToken = default
    ) =>
        FindArticles(
            gold,
            await CodedFiles.ReadAsync(
                CodedFiles.Find([gold, .. others]),
                stored,
                areDrafts: true,
                texts: texts,
                cancellationToken: cancellationToken
            )
        );

    private static IReadOnlyList<CodedFile> FindArticles(string path, CodedBatch batch) =>
        batch.Articles.Count > 0
            ? batch.Articles
            : throw new CodingException([
                new(path, 0, "", "has no coded article; name a coded file or a folder of them"),
            ]);
}
