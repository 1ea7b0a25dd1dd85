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

    [Fact]
    public void On_articles_that_were_not_looked_at_while_the_rules_were_made()
    {
        var measured = Measure("coding", article => article.Name.StartsWith("held-", StringComparison.Ordinal), "held");

        Assert.True(measured.CoreFamilies.Precision >= 0.8, measured.Write());
        Assert.True(measured.CoreFamilies.Recall >= 0.5, measured.Write());
    }

    [Fact]
    public void On_other_invented_negotiations_few_proposals_are_wrong()
    {
        var strait = Measure("strait", _ => true);
        var harbour = Measure("harbour", _ => true);

        Assert.True(strait.CoreFamilies.Precision >= 0.8, strait.Write());
        Assert.True(harbour.CoreFamilies.Precision >= 0.8, harbour.Write());
    }

    [SeedsFact]
    public void On_the_seeds_three_of_four_acts_of_the_core_families_are_found_or_nearly()
    {
        var measured = Measure(
            "seeds",
            _ => true,
            folder: Repository.ResolvePath("seeds"),
            texts: SeedsFactAttribute.Texts
        );

        Assert.True(measured.CoreFamilies.Precision >= 0.8, measured.Write());
        Assert.True(measured.CoreFamilies.Recall >= 0.5, measured.Write());
    }

    private static Measurement Measure(
        string name,
        Func<GoldArticle, bool> admits,
        string? table = null,
        string? folder = null,
        string? texts = null
    )
    {
        folder ??= Repository.ResolvePath("tests", "data", name);
        var measured = new Measurement();
        foreach (var article in GoldArticle.Read(folder, texts ?? Path.Combine(folder, "texts")).Where(admits))
            measured.Add(article);
        if (Environment.GetEnvironmentVariable("NEGOTIATIONS_MEASURE") is { Length: > 0 } into)
            File.WriteAllText(Path.Combine(into, $"{table ?? name}.txt"), measured.Write() + measured.Log);
        return measured;
    }
}

/// <summary>A test that needs the texts of the seeds, which are not in the repository; skipped where they are not
/// there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeedsFactAttribute : FactAttribute
{
    public static string Texts { get; } = Repository.ResolvePath("..", "shared", "seeds");

    public SeedsFactAttribute()
    {
        if (!Directory.Exists(Texts))
            Skip = $"the texts of the seeds are not at {Texts}";
    }
}
