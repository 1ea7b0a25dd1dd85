namespace Negotiations.Coding;

/// <summary>Reads coded files: articles, and the files of negotiations.</summary>
public static class CodedFiles
{
    /// <summary>
    /// The coded files that paths name: files as they are, folders with all <c>.yaml</c> and <c>.yml</c> below them.
    /// </summary>
    /// <exception cref="CodingException">A path does not exist, or there is no coded file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var errors = new List<CodingError>();
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
            {
                files.Add(path);
                continue;
            }

            if (!Directory.Exists(path))
            {
                errors.Add(new(path, 0, "", "there is no such file or folder"));
                continue;
            }

            var found = FolderContent
                .ListFiles(path, (folder, problem) => errors.Add(new(folder, 0, "", $"cannot be read: {problem}")))
                .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal)
                .ToList();
            if (found.Count == 0)
                errors.Add(new(path, 0, "", "the folder has no coded file (.yaml or .yml)"));
            // To open a pipe that stands in a folder would be to wait for whoever writes to it.
            errors.AddRange(
                found
                    .Where(file => FileStatus.Read(file) is { IsRegular: false })
                    .Select(file => new CodingError(file, 0, "", "is no regular file; remove it, or rename it"))
            );
            files.AddRange(found);
        }

        return errors.Count == 0 ? [.. files.DistinctBy(FolderContent.Identify)] : throw new CodingException(errors);
    }

    /// <summary>Reads coded files.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="stored">The definition that the store has of a negotiation, or null: used where no file defines
    /// it.</param>
    /// <param name="areDrafts">Whether articles may be without reports.</param>
    /// <param name="texts">The texts of the articles, in which words are found; null where they are not at
    /// hand.</param>
    /// <param name="checks">Told of each article's file that is read.</param>
    /// <param name="takesUnreviewed">Whether proposals that nobody has decided are reports as well; in drafts they
    /// are.</param>
    /// <param name="cancellationToken">Stops the reading between two files.</param>
    /// <exception cref="CodingException">Something is wrong in a file; everything that was found is listed.</exception>
    public static Task<CodedBatch> ReadAsync(
        IEnumerable<string> files,
        Func<string, Task<NegotiationDefined?>> stored,
        bool areDrafts = false,
        ArticleTextFolder? texts = null,
        IProgress<ReplayProgress>? checks = null,
        bool takesUnreviewed = false,
        CancellationToken cancellationToken = default
    ) =>
        new CodedFilesReader(
            [.. files.Select(CodedSource.FromFile)],
            stored,
            areDrafts,
            texts,
            checks,
            cancellationToken
        )
        {
            TakesUnreviewed = takesUnreviewed,
        }.ReadAsync();

    /// <summary>Reads coded files that are handed in as texts.</summary>
    /// <param name="texts">The files, in any order.</param>
    /// <param name="stored">The definition that the store has of a negotiation, or null: used where no file defines
    /// it.</param>
    /// <exception cref="CodingException">Something is wrong in a file; everything that was found is listed.</exception>
    public static Task<CodedBatch> ReadAsync(
        IEnumerable<SubmittedFile> texts,
        Func<string, Task<NegotiationDefined?>> stored
    ) =>
        new CodedFilesReader(
            [.. texts.Select(CodedSource.FromText)],
            stored,
            areDrafts: false,
            texts: null,
            checks: null,
            CancellationToken.None
        ).ReadAsync();
}
