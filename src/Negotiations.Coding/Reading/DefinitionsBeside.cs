namespace Negotiations.Coding;

/// <summary>The files of negotiations that lie beside coded files.</summary>
public static class DefinitionsBeside
{
    /// <summary>
    /// The definition of a negotiation in the folders of some files; null where no file there is its, or it is wrong.
    /// </summary>
    /// <param name="paths">The files, and folders of them.</param>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    public static NegotiationDefined? Find(IEnumerable<string> paths, string negotiation)
    {
        var errors = new List<CodingError>();
        return
            FindFile(paths, negotiation) is { } path
            && NegotiationReader.Read(YamlDocument.Read(path, errors)) is var definition
            && errors.Count == 0
            ? definition
            : null;
    }

    /// <summary>The files beside coded files that define negotiations of theirs which none of them defines.</summary>
    public static IReadOnlyList<string> ListMissing(IReadOnlyList<string> files)
    {
        var (needed, defined) = (
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var file in files)
        {
            var source = CodedSource.FromFile(file);
            if (source.Read([]).Peek("negotiation") is { } negotiation)
                (source.LooksLikeArticle ? needed : defined).Add(negotiation);
        }

        return
        [
            .. needed
                .Except(defined, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(negotiation => FindFile(files, negotiation))
                .OfType<string>(),
        ];
    }

    private static string? FindFile(IEnumerable<string> paths, string negotiation) =>
        paths
            .Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder))
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
            .Where(file => FileStatus.Read(file) is not { IsRegular: false })
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(file =>
                CodedSource.FromFile(file) is { LooksLikeArticle: false } source
                && source.Read([]).Peek("negotiation") == negotiation
            );
}
