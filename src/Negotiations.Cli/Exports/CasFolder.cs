using System.Security.Cryptography;

namespace Negotiations.Cli.Exports;

/// <summary>Writes a CAS for each version of an article, and beside them what the export says of itself.</summary>
internal static class CasFolder
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">The folder, empty.</param>
    /// <param name="exported">What is exported.</param>
    /// <param name="quoting">Gives the texts to write into them; null to write none.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The SHA-256 of the files one after the other, in lower-case hexadecimal.</returns>
    public static string Write(
        string folder,
        ExportSource exported,
        QuoteProvider? quoting,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var version in exported
                .Answer.Reports.Select(visible => visible.Version)
                .DistinctBy(version => (version.Article, version.Version))
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var written = new MemoryStream();
            CasJson.Write(written, exported, version, quoting?.Invoke(version));
            written.WriteByte((byte)'\n');
            hash.AppendData(written.GetBuffer().AsSpan(0, (int)written.Length));
            using var file = File.Create(Path.Combine(folder, ChooseName(version, names)));
            written.WriteTo(file);
        }

        File.WriteAllText(Path.Combine(folder, CodedFolder.Header), HeaderJson.Write(exported.Header, _ => { }) + "\n");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Identifiers may have letters that no file name has.
    private static string ChooseName(ArticleVersionPublished version, HashSet<string> names)
    {
        var article = Slug.From(version.Article) is { Length: > 0 } slug ? slug : "article";
        var name = $"{article}@{Slug.From(version.Version)}.json";
        for (var i = 2; !names.Add(name); i++)
            name = $"{article}@{Slug.From(version.Version)}-{i}.json";
        return name;
    }
}
