namespace Negotiations.Coding.Tests;

public sealed class LimitsOfFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("huge.txt", 1_100_000_000, "it has 1,100,000,000 bytes; a text has at most 5,000,000")]
    [InlineData("huge.html", 20_000_001, "it has 20,000,001 bytes; a page has at most 20,000,000")]
    public void A_text_above_the_limit_is_not_read(string name, long length, string problem)
    {
        using (var file = File.Create(folder.ResolvePath(name)))
            file.SetLength(length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = ArticleFile.Read(folder.ResolvePath(name), PageRules.Newest);

        Assert.Equal((null, problem), (read.Text, read.Problem));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void A_text_up_to_the_limit_is_read()
    {
        var path = folder.Write("long.txt", new string('x', (int)Limits.Text));

        Assert.Equal(Limits.Text, ArticleFile.Read(path, PageRules.Newest).Text!.Length);
    }

    [Fact]
    public void A_file_that_does_not_say_its_length_is_read_up_to_the_limit()
    {
        var refusal = Assert.Throws<UnfitFileException>(() => LimitedFile.ReadBytes("/dev/zero", 1_000_000, "a text"));

        Assert.Equal("it has more than 1,000,000 bytes; a text has at most 1,000,000", refusal.Message);
    }

    [Fact]
    public async Task A_coded_file_above_the_limit_is_refused()
    {
        using (var file = File.Create(folder.ResolvePath("huge.yaml")))
            file.SetLength(Limits.CodedFile + 1);

        var error = Assert.Single(await Coded.ErrorsOfFilesAsync(folder.ResolvePath("huge.yaml")));

        Assert.Contains("a coded file has at most 16,777,216", error.Message);
    }

    [Fact]
    public void A_checkpoint_or_a_key_above_the_limit_is_refused()
    {
        var path = folder.Write("key.pem", new string('x', (int)Limits.SmallFile + 1));

        var refusal = Assert.Throws<WrongInputException>(() => LimitedFile.ReadSmallText(path, "a key"));

        Assert.Equal($"{path} cannot be read: it has 1,000,001 bytes; a key has at most 1,000,000", refusal.Message);
    }

    [Fact]
    public void The_document_has_every_limit()
    {
        var document = File.ReadAllText(Repository.ResolvePath("docs", "limits.md"));

        foreach (
            var limit in (long[])
                [
                    Limits.Identifier,
                    Limits.Name,
                    Limits.Text,
                    Limits.Page,
                    Limits.CodedFile,
                    Limits.Reports,
                    Limits.SmallFile,
                    Limits.Message,
                ]
        )
            Assert.Contains($"| {Limits.Format(limit)} ", document);
    }
}
