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

            var found = Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal)
                .ToList();
            if (found.Count == 0)
                errors.Add(new(path, 0, "", "the folder has no coded file (.yaml or .yml)"));
            files.AddRange(found);
        }

        return errors.Count == 0 ? [.. files.DistinctBy(Path.GetFullPath)] : throw new CodingException(errors);
    }

    /// <summary>Reads coded files.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="stored">The definition that the store has of a negotiation, or null: used where no file defines
    /// it.</param>
    /// <param name="areDrafts">Whether articles may be without reports.</param>
    /// <exception cref="CodingException">Something is wrong in a file; everything that was found is listed.</exception>
    public static Task<CodedBatch> ReadAsync(
        IEnumerable<string> files,
        Func<string, Task<NegotiationDefined?>> stored,
        bool areDrafts = false
    )
    {
        var errors = new List<CodingError>();
        return ReadAsync([.. files.Select(file => YamlDocument.Read(file, errors))], stored, areDrafts, errors);
    }

    /// <summary>Reads coded files that are handed in as texts.</summary>
    /// <param name="texts">The files, in any order.</param>
    /// <param name="stored">The definition that the store has of a negotiation, or null: used where no file defines
    /// it.</param>
    /// <exception cref="CodingException">Something is wrong in a file; everything that was found is listed.</exception>
    public static Task<CodedBatch> ReadAsync(
        IEnumerable<CodedText> texts,
        Func<string, Task<NegotiationDefined?>> stored
    )
    {
        var errors = new List<CodingError>();
        return ReadAsync([.. texts.Select(text => YamlDocument.Read(text, errors))], stored, areDrafts: false, errors);
    }

    private static async Task<CodedBatch> ReadAsync(
        IReadOnlyList<YamlFields> read,
        Func<string, Task<NegotiationDefined?>> stored,
        bool areDrafts,
        List<CodingError> errors
    )
    {
        var documents = read.Where(document => !document.IsEmpty).ToList();
        var definitions = new List<CodedDefinition>();
        foreach (var file in documents.Where(document => !document.Has("article") && !document.Has("events")))
        {
            var definition = NegotiationReader.Read(file);
            if (definitions.Any(other => other.Definition.Negotiation == definition.Negotiation))
                file.Error("negotiation", $"'{definition.Negotiation}' is defined by two files of this replay");
            definitions.Add(new(file.File, definition));
        }

        var articles = new List<CodedFile>();
        foreach (var file in documents.Where(document => document.Has("article") || document.Has("events")))
        {
            var negotiation = file.Peek("negotiation");
            var definition = definitions
                .FirstOrDefault(other => other.Definition.Negotiation == negotiation)
                ?.Definition
                ?? (negotiation is null ? null : await stored(negotiation));
            if (definition is null)
            {
                file.Error(
                    negotiation is null ? null : "negotiation",
                    negotiation is null
                        ? "'negotiation' is missing"
                        : $"nobody defined the negotiation '{negotiation}'; replay its file first, or together with this one"
                );
                continue;
            }

            var coded = ArticleReader.Read(file, definition, areDrafts);
            if (
                articles.Any(other =>
                    other.Article.Stream == coded.Stream && other.Article.Version.Version == coded.Version.Version
                )
            )
                file.Error(
                    "article",
                    $"'{coded.Version.Article}' is coded by two files of this replay in the same version"
                );
            articles.Add(new(file.File, coded, file.Lines));
        }

        if (errors.Count > 0)
            throw new CodingException(errors);
        return new(
            definitions,
            [
                .. InOrder([
                    .. articles
                        .OrderBy(file => file.Article.Version.Published.Time)
                        .ThenBy(file => file.Article.Version.Article, StringComparer.Ordinal),
                ]),
            ]
        );
    }

    // An article that is linked with another comes after it: a link is between articles that are there.
    private static List<CodedFile> InOrder(IReadOnlyList<CodedFile> files)
    {
        var ordered = new List<CodedFile>();
        var seen = new HashSet<CodedFile>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
            Add(file);
        return ordered;

        void Add(CodedFile file)
        {
            if (!seen.Add(file))
                return;
            var streams = file
                .Article.Corrections.OfType<ArticlesLinked>()
                .Select(link => StreamName.ForArticle(link.Negotiation, link.Other))
                .ToHashSet();
            foreach (var other in files.Where(other => streams.Contains(other.Article.Stream)))
                Add(other);
            ordered.Add(file);
        }
    }
}
