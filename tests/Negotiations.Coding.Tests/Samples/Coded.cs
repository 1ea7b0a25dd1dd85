namespace Negotiations.Coding.Tests;

/// <summary>Reads sample files as a replay would, without a store.</summary>
public static class Coded
{
    /// <summary>Reads the lake talks with one article.</summary>
    public static async Task<CodedArticle> ReadAsync(string article, string negotiation = LakeTalks.Negotiation)
    {
        using var folder = new TemporaryFolder();
        var batch = await ReadFilesAsync(folder.Write("lake.yaml", negotiation), folder.Write("article.yaml", article));
        return Assert.Single(batch.Articles).Article;
    }

    /// <summary>A report of the sample article as edited.</summary>
    public static async Task<Report> ReadReportAsync(string id, string find, string replacement) =>
        (await ReadAsync(LakeTalks.Article.With(find, replacement))).Reports.Single(report => report.Id == id);

    /// <summary>Reads files of which no store knows anything.</summary>
    public static Task<CodedBatch> ReadFilesAsync(params string[] paths) =>
        CodedFiles.ReadAsync(CodedFiles.Find(paths), _ => Task.FromResult<NegotiationDefined?>(null));

    /// <summary>The errors of an article of the lake talks.</summary>
    public static async Task<IReadOnlyList<CodingError>> ErrorsOfAsync(
        string article,
        string negotiation = LakeTalks.Negotiation
    )
    {
        using var folder = new TemporaryFolder();
        return await ErrorsOfFilesAsync(folder.Write("lake.yaml", negotiation), folder.Write("article.yaml", article));
    }

    /// <summary>The errors of files.</summary>
    public static async Task<IReadOnlyList<CodingError>> ErrorsOfFilesAsync(params string[] paths) =>
        (await Assert.ThrowsAsync<CodingException>(() => ReadFilesAsync(paths))).Errors;
}
