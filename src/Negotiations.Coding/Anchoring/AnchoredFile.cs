namespace Negotiations.Coding;

/// <summary>A coded file with positions and hashes in the place of words, or beside them.</summary>
/// <param name="File">The file.</param>
/// <param name="Text">What it says now, in YAML; everything but the places stands as it was.</param>
/// <param name="Places">How many places were written; 0 where there was nothing to do.</param>
public sealed record AnchoredFile(string File, string Text, int Places)
{
    /// <summary>Finds the words of coded files in the texts, and writes their positions; changes no file.</summary>
    /// <param name="paths">Coded files, and folders of them.</param>
    /// <param name="stored">The definition of a negotiation that none of the files defines, or null.</param>
    /// <param name="texts">The texts of the articles.</param>
    /// <param name="keepsWords">Whether the words stay, with the positions beside them.</param>
    /// <param name="cancellationToken">Stops the reading between two files.</param>
    /// <returns>The files of articles, in the order of their names.</returns>
    /// <exception cref="CodingException">Something is wrong in a file, or words are not found.</exception>
    public static async Task<IReadOnlyList<AnchoredFile>> CreateAsync(
        IEnumerable<string> paths,
        Func<string, Task<NegotiationDefined?>> stored,
        ArticleTextFolder texts,
        bool keepsWords = false,
        CancellationToken cancellationToken = default
    )
    {
        var errors = new List<CodingError>();
        var files = CodedFiles.Find(paths).Select(path => YamlDocument.ReadText(path, errors)).OfType<SubmittedFile>();
        List<SubmittedFile> before = [.. files];
        if (errors.Count > 0)
            throw new CodingException(errors);
        var (batch, read) = await ReadAsync(before, texts);
        if (texts.CheckAll(batch.Articles) is { Count: > 0 } mismatches)
            throw new CodingException(mismatches);
        List<AnchoredFile> after =
        [
            .. before
                .Where(file => read.ContainsKey(file.File))
                .Select(file => Anchor(file, read[file.File], keepsWords))
                .OrderBy(file => file.File, StringComparer.Ordinal),
        ];
        await CheckAsync(after);
        return after;

        async Task<(CodedBatch Batch, IReadOnlyDictionary<string, ReadArticle> Read)> ReadAsync(
            IEnumerable<SubmittedFile> submitted,
            ArticleTextFolder? folder
        )
        {
            var reader = new CodedFilesReader(
                [.. submitted.Select(CodedSource.FromText)],
                stored,
                areDrafts: true,
                folder,
                checks: null,
                cancellationToken
            )
            {
                KeepsReading = true,
            };
            return (await reader.ReadAsync(), reader.Articles);
        }

        // What is written must say without the texts what was said with them.
        async Task CheckAsync(IReadOnlyList<AnchoredFile> written)
        {
            var byName = written.ToDictionary(file => file.File, file => file.Text, StringComparer.Ordinal);
            var (_, again) = await ReadAsync(
                before.Select(file => file with { Text = byName.GetValueOrDefault(file.File, file.Text) }),
                null
            );
            foreach (var (file, article) in read)
            {
                if (!ListEvents(article.Coded).SequenceEqual(ListEvents(again[file].Coded)))
                    throw new InvalidOperationException($"the positions written into {file} do not say what it said");
            }
        }
    }

    private static IEnumerable<string> ListEvents(CodedArticle article) =>
        [
            EventJson.Write(article.Version),
            .. article.Reports.Select(EventJson.Write),
            .. article.Corrections.Select(EventJson.Write),
        ];

    private static AnchoredFile Anchor(SubmittedFile file, ReadArticle article, bool keepsWords)
    {
        var edits = new AnchorEdits(file.Text, article.Root, keepsWords);
        foreach (var anchor in article.Anchors.Where(anchor => anchor.Kind != AnchorKind.NamedChain))
            edits.Add(anchor);
        foreach (
            var uses in article
                .Anchors.Where(anchor => anchor.Kind == AnchorKind.NamedChain)
                .GroupBy(anchor => anchor.Chain!, ReferenceEqualityComparer.Instance)
        )
            edits.AddChain([.. uses]);
        edits.AddText(article.Text);
        return new(file.File, edits.Apply(), edits.Count);
    }
}
