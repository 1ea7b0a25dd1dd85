namespace Negotiations.Assistant.Tests;

public class TextsAboutOtherThings
{
    [Theory]
    [InlineData("kar")]
    [InlineData("lorr-docks")]
    [InlineData("tariffs")]
    public void Hardly_anything_is_proposed_for_sport_cooking_and_earnings(string negotiation)
    {
        var folder = Repository.ResolvePath("tests", "data", "coding");
        var definition = GoldArticle
            .Read(folder, Path.Combine(folder, "texts"))
            .First(article => article.Definition.Negotiation == negotiation)
            .Definition;
        var texts = Directory.GetFiles(Path.Combine(folder, "other"), "*.txt").Select(File.ReadAllText).ToList();

        var proposals = texts
            .SelectMany(text => new RulesCoder().Propose(new(text), Examples.Context, definition).Proposals)
            .Select(proposal => $"{proposal.By}: {proposal.Summary}")
            .ToList();
        var words = texts.Sum(text => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length);

        Assert.True(texts.Count == 5 && words > 1000, $"{texts.Count} texts, {words} words");
        Assert.True(proposals.Count * 1000 < words, string.Join('\n', proposals));
    }
}
