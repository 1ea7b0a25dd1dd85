namespace Negotiations.Assistant.Tests;

/// <summary>How good the rules are on coded articles; the tables go to the folder that NEGOTIATIONS_MEASURE
/// names.</summary>
public class QualityOfProposals
{
    [Fact]
    public void On_the_invented_articles_most_proposals_are_right_and_half_of_the_acts_are_found()
    {
        var measured = Measure("coding", article => !article.Name.StartsWith("held-", StringComparison.Ordinal));

        Assert.True(measured.CoreFamilies.Precision >= 0.8, measured.Write());
        Assert.True(measured.CoreFamilies.Recall >= 0.5, measured.Write());
    }

    internal static Measurement Measure(
        string name,
        Func<GoldArticle, bool> admits,
        string? folder = null,
        string? texts = null
    )
    {
        folder ??= Repository.ResolvePath("tests", "data", name);
        var measured = new Measurement();
        foreach (var article in GoldArticle.Read(folder, texts ?? Path.Combine(folder, "texts")).Where(admits))
            measured.Add(article);
        if (Environment.GetEnvironmentVariable("NEGOTIATIONS_MEASURE") is { Length: > 0 } into)
            File.WriteAllText(Path.Combine(into, $"{name}.txt"), measured.Write() + measured.Log);
        return measured;
    }

    [Fact]
    public void On_other_invented_negotiations_too()
    {
        Measure("strait", _ => true);
        Measure("harbour", _ => true);
        var texts = Repository.ResolvePath("..", "shared", "seeds");
        if (!Directory.Exists(texts))
            texts = "/work/shared/seeds";
        Measure("seeds", _ => true, Repository.ResolvePath("seeds"), texts);
    }
}
