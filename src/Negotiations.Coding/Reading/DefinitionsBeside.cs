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
        var folders = paths
            .Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        foreach (
            var path in folders
                .SelectMany(folder => Directory.EnumerateFiles(folder))
                .Where(file => Path.GetExtension(file) is ".yaml" or ".yml")
                .Where(file => FileStatus.Read(file) is not { IsRegular: false })
                .Order(StringComparer.Ordinal)
        )
        {
            var source = CodedSource.FromFile(path);
            var errors = new List<CodingError>();
            if (
                source.LooksLikeArticle
                || source.Read(errors) is not { } file
                || file.Peek("negotiation") != negotiation
            )
                continue;
            var definition = NegotiationReader.Read(file);
            if (errors.Count == 0)
                return definition;
        }

        return null;
    }
}
