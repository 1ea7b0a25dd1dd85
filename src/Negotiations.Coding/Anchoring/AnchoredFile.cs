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
        var (batch, read) = await ReadAsync(before, stored, texts, cancellationToken);
        if (texts.CheckAll(batch.Articles) is { Count: > 0 } mismatches)
            throw new CodingException(mismatches);
        return await AnchorAllAsync(before, read, stored, keepsWords, cancellationToken);
    }

    /// <summary>The same of one file that stands on no disk.</summary>
    /// <param name="file">The coded file of an article.</param>
    /// <param name="definition">Its negotiation.</param>
    /// <param name="texts">Where its text is found.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CodingException">Something is wrong in the file, or words are not found.</exception>
    public static async Task<AnchoredFile> CreateAsync(
        SubmittedFile file,
        NegotiationDefined definition,
        ArticleTexts texts,
        CancellationToken cancellationToken = default
    )
    {
        var (batch, read) = await ReadAsync([file], FindStored, texts, cancellationToken);
        var mismatches = batch
            .Articles.Where(article => read[article.File].Text.Text is not null)
            .SelectMany(article => ArticleTexts.CheckSpans(article, read[article.File].Text.Text!))
            .ToList();
        if (mismatches.Count > 0)
            throw new CodingException(mismatches);
        return (await AnchorAllAsync([file], read, FindStored, keepsWords: false, cancellationToken)).Single();

        Task<NegotiationDefined?> FindStored(string _) => Task.FromResult<NegotiationDefined?>(definition);
    }

    private static async Task<(CodedBatch Batch, IReadOnlyDictionary<string, ReadArticle> Read)> ReadAsync(
        IEnumerable<SubmittedFile> submitted,
        Func<string, Task<NegotiationDefined?>> stored,
        ArticleTexts? texts,
        CancellationToken cancellationToken
    )
    {
        var reader = new CodedFilesReader(
            [.. submitted.Select(CodedSource.FromText)],
            stored,
            areDrafts: true,
            texts,
            checks: null,
            cancellationToken
        )
        {
            KeepsReading = true,
        };
        return (await reader.ReadAsync(), reader.Articles);
    }

    // What is written must say without the texts what was said with them.
    private static async Task<IReadOnlyList<AnchoredFile>> AnchorAllAsync(
        IReadOnlyList<SubmittedFile> before,
        IReadOnlyDictionary<string, ReadArticle> read,
        Func<string, Task<NegotiationDefined?>> stored,
        bool keepsWords,
        CancellationToken cancellationToken
    )
    {
        List<AnchoredFile> after =
        [
            .. before
                .Where(file => read.ContainsKey(file.File))
                .Select(file => Anchor(file, read[file.File], keepsWords))
                .OrderBy(file => file.File, StringComparer.Ordinal),
        ];
        var byName = after.ToDictionary(file => file.File, file => file.Text, StringComparer.Ordinal);
        var (_, again) = await ReadAsync(
            before.Select(file => file with { Text = byName.GetValueOrDefault(file.File, file.Text) }),
            stored,
            texts: null,
            cancellationToken
        );
        foreach (var (file, article) in read)
        {
            if (!ListEvents(article.Coded).SequenceEqual(ListEvents(again[file].Coded)))
                throw new InvalidOperationException($"the positions written into {file} do not say what it said");
        }

        return after;
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
