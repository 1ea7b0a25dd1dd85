namespace Negotiations.Assistant.Tests;

public class CodedArticles
{
    [Fact]
    public async Task The_invented_articles_are_coded_without_an_error_and_their_spans_fit_their_texts()
    {
        var folder = Repository.ResolvePath("tests", "data", "coding");
        var errors = new List<string>();
        try
        {
            await CodedFiles.ReadAsync(Directory.GetFiles(folder, "*.yaml"), _ =>
                Task.FromResult<NegotiationDefined?>(null)
            );
            var articles = GoldArticle.Read(folder, Path.Combine(folder, "texts"));
            Assert.Equal(8, articles.Count);
            errors.AddRange(
                from article in articles
                from report in article.Coded.Reports
                from span in report.Evidence
                where !article.Text.Matches(span)
                select $"{article.Name}: {report.Id}"
            );
        }
        catch (CodingException exception)
        {
            errors.AddRange(exception.Errors.Select(error => error.ToString()));
        }

        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }
}
