namespace Negotiations.Assistant.Tests;

/// <summary>A coded article with its text.</summary>
internal sealed record GoldArticle(string Name, CodedArticle Coded, NormalisedText Text, NegotiationDefined Definition)
{
    public ArticleContext Context =>
        new()
        {
            Published = Coded.Version.Published,
            Outlet = Definition.Entities.FirstOrDefault(entity => entity.Id == Coded.Version.Outlet.Id)?.Name,
        };

    public Draft Propose() => new RulesCoder().Propose(Text, Context, Definition);

    /// <summary>The articles of a folder of coded files, whose texts stand in another; those without a text are left
    /// out.</summary>
    public static IReadOnlyList<GoldArticle> Read(string folder, string texts)
    {
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal);
        var batch = CodedFiles
            .ReadAsync(files, _ => Task.FromResult<NegotiationDefined?>(null))
            .GetAwaiter()
            .GetResult();
        var definitions = batch.Definitions.ToDictionary(one => one.Definition.Negotiation, one => one.Definition);
        return
        [
            .. from file in batch.Articles
            let path = Path.Combine(texts, file.Article.Version.Text.File ?? "")
            where File.Exists(path)
            select new GoldArticle(
                Path.GetFileNameWithoutExtension(file.File),
                file.Article,
                new(File.ReadAllText(path)),
                definitions[file.Article.Version.Negotiation]
            ),
        ];
    }
}
