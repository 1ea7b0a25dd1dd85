namespace Negotiations.Coding.Tests;

public class ExampleOfACodedFile
{
    private const string Text =
        "Norland offered Suderland talks on Wednesday, Ms Sund told Port Wire. Ms Sund said so at noon. "
        + "Later Ms Sund said the fares were too high.";

    [Fact]
    public async Task The_file_in_the_documentation_can_be_read_with_its_text()
    {
        var documentation = await File.ReadAllTextAsync(Repository.ResolvePath("docs", "coding.md"));
        var example = documentation
            .Split("```yaml\n")
            .Select(part => part.Split("```")[0])
            .Single(part => part.StartsWith("format: 2"));

        var coded = await Ferry.ReadAsync(example.With("quay.txt", "quay-1.txt"), Text);

        Assert.Equal(2, coded.Reports.Count);
        Assert.Equal("2031-04-02", coded.Reports[0].Happened?.Text);
        Assert.Equal(["mary-sund", "port-wire", "quay"], coded.Reports[0].Chain.Select(link => link.Name!.Id));
        Assert.Equal(2, coded.Reports[1].Evidence.Count);
        Assert.Equal(("sund-on-fares", 5), (coded.Reports[1].Act, coded.Reports[1].Certainty));
    }
}
