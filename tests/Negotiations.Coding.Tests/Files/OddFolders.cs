using System.Diagnostics;
using System.Text;

namespace Negotiations.Coding.Tests;

public sealed class OddFolders : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Folders_that_lead_back_give_each_coded_file_once()
    {
        var real = folder.Write("below/a.yaml", "article: a");
        File.CreateSymbolicLink(folder.ResolvePath("below/round"), ".");
        File.CreateSymbolicLink(folder.ResolvePath("below/back"), "..");
        File.CreateSymbolicLink(folder.ResolvePath("again"), "below");
        File.CreateSymbolicLink(folder.ResolvePath("latest.yaml"), "below/a.yaml");

        var found = CodedFiles.Find([folder.Path]);

        Assert.Equal(real, Assert.Single(found));
    }

    [Fact]
    public void Folders_that_lead_back_give_each_text_once()
    {
        folder.Write("herald.txt", "One");
        folder.Write("below/other.txt", "Two");
        File.CreateSymbolicLink(folder.ResolvePath("below/first"), "..");
        File.CreateSymbolicLink(folder.ResolvePath("below/second"), ".");

        var texts = ArticleFiles.Read([folder.Path], [Version("herald.txt", "One")]);

        Assert.Equal("One", texts.Find(Version("herald.txt", "One"))!.Text!.Value);
        Assert.Equal(folder.ResolvePath("below/other.txt"), Assert.Single(texts.Unmatched));
    }

    [Fact]
    public void Both_names_of_one_text_count_where_versions_have_them()
    {
        folder.Write("herald.txt", "Other");
        File.CreateSymbolicLink(folder.ResolvePath("courier.txt"), "herald.txt");

        var texts = ArticleFiles.Read([folder.Path], [Version("herald.txt", "One"), Version("courier.txt", "Two")]);

        Assert.Equal("Other", texts.Find(Version("herald.txt", "One"))!.Text!.Value);
        Assert.Equal("Other", texts.Find(Version("courier.txt", "Two"))!.Text!.Value);
    }

    [Fact]
    public async Task A_pipe_among_coded_files_is_named_and_not_opened()
    {
        folder.Write("a.yaml", "article: a");
        await RunAsync("mkfifo", folder.ResolvePath("pipe.yaml"));

        var error = Assert.Single(Assert.Throws<CodingException>(() => CodedFiles.Find([folder.Path])).Errors);

        Assert.Equal(folder.ResolvePath("pipe.yaml"), error.File);
        Assert.Contains("no regular file", error.Message);
    }

    [Fact]
    public async Task A_pipe_among_texts_is_not_opened()
    {
        await RunAsync("mkfifo", folder.ResolvePath("herald.txt"));
        await RunAsync("mkfifo", folder.ResolvePath("stray.txt"));
        var version = Version("herald.txt", "One");

        var texts = ArticleFiles.Read([folder.Path], [version]);
        var refusal = Assert.Throws<CodingException>(() => new ArticleTextFolder(folder.Path).FindExact(version));

        Assert.Contains("no regular file", texts.Find(version)!.Problem);
        Assert.Contains("no regular file", Assert.Single(texts.Unmatched));
        Assert.Contains("no regular file", Assert.Single(refusal.Errors).Message);
    }

    [Fact]
    public async Task A_coded_file_may_come_through_a_pipe_that_was_named()
    {
        var pipe = folder.ResolvePath("pipe");
        await RunAsync("mkfifo", pipe);
        var writing = Task.Run(() => File.WriteAllText(pipe, "article: [a]\nnegotiation: nowhere\n"));

        var error = Assert.Single(await Coded.ErrorsOfFilesAsync(pipe));
        await writing;

        Assert.Contains("nobody defined the negotiation 'nowhere'", error.Message);
    }

    [Theory]
    [InlineData(NormalizationForm.FormD, NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormC, NormalizationForm.FormD)]
    public void A_name_in_parts_is_the_same_name(NormalizationForm stored, NormalizationForm coded)
    {
        folder.Write("Über-Häfen.txt".Normalize(stored), "Changed");
        var version = Version("Über-Häfen.txt".Normalize(coded), "One");

        var texts = ArticleFiles.Read([folder.Path], [version]);

        Assert.Equal("Changed", texts.Find(version)!.Text!.Value);
        Assert.Equal("Changed", new ArticleTextFolder(folder.Path).Find(version)!.Value);
    }

    [Fact]
    public void Case_counts_where_the_file_system_says_so()
    {
        folder.Write("Herald.txt", "Changed");
        var version = Version("herald.txt", "One");
        var isTheSame = File.Exists(folder.ResolvePath("herald.txt"));

        var texts = ArticleFiles.Read([folder.Path], [version]);

        Assert.Equal(isTheSame ? "Changed" : null, texts.Find(version)?.Text?.Value);
    }

    private static ArticleVersionPublished Version(string file, string text) =>
        new()
        {
            Negotiation = "lake",
            Article = file,
            Version = "v1",
            Outlet = new("Herald", "herald"),
            Text = new NormalisedText(text).Identity(file),
            Published = new(default, PublicationBasis.Stated),
        };

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(program, arguments);
        await running.WaitForExitAsync();
        Assert.Equal(0, running.ExitCode);
    }
}
