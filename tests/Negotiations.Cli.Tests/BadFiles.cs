using System.Security.Cryptography;

namespace Negotiations.Cli.Tests;

public class BadFiles
{
    private const string Courier = "courier-2031-04-02.yaml";

    [Theory]
    [InlineData("type: TalksOffered", "type: TalksOfered", "events[0].type: 'TalksOfered' is not an event type")]
    [InlineData("start: 67, end: 95,", "start: 67, end: 95000,", "events[0].evidence[0]")]
    [InlineData(
        "happened: '2031-04-02'",
        "happened: '2031-02-30'",
        "events[1].happened: '2031-02-30' is not an EDTF date"
    )]
    [InlineData("id: offer\n", "id: headline-offer\n", "events[1].id: the report 'headline-offer' is there twice")]
    [InlineData(
        "actor: Velmaran Dockers’ Union",
        "actor: Nobody Inparticular",
        "events[0].actor: nobody defined the name 'Nobody Inparticular'"
    )]
    [InlineData("time: 2031-04-02T18:30", "time: yesterday", "published.time: 'yesterday' is not a time")]
    [InlineData(
        "negotiation: harbour",
        "negotiation: airport",
        "negotiation: nobody defined the negotiation 'airport'"
    )]
    public async Task A_mistake_is_named_with_file_line_and_field_and_nothing_is_taken_in(
        string before,
        string after,
        string problem
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var (path, line) = folder.Edit(Courier, before, after);

        var run = await store.RunAsync("replay", path);

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains($"{path}:{line}: {problem}", run.Error);
        Assert.EndsWith("in the coded files; nothing was taken in\n", run.Error);
    }

    [Fact]
    public async Task All_mistakes_are_named_at_once()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (first, _) = folder.Edit(Courier, "type: TalksOffered", "type: TalksOfered");
        var (second, _) = folder.Edit("lantern-mail-2031-04-05.yaml", "certainty: ", "certainty: 1");

        var run = await store.RunAsync("replay", folder.ResolvePath());

        Assert.Contains($"{first}:", run.Error);
        Assert.Contains($"{second}:", run.Error);
        Assert.EndsWith("negotiations: 2 errors in the coded files; nothing was taken in\n", run.Error);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("- a list", "the file is not a YAML mapping")]
    [InlineData("article: [", "not well-formed YAML")]
    [InlineData("{\"article\": 1", "not well-formed YAML")]
    public async Task What_is_no_coded_file_is_refused(string text, string problem)
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        var path = folder.Write("strange.yaml", text);

        var run = await store.RunAsync("replay", path);

        Assert.Equal((2, "", 0), (run.Code, run.Output, await store.CountAsync()));
        Assert.StartsWith(path, run.Error);
        Assert.Contains(problem, run.Error);
    }

    [Fact]
    public async Task A_hundred_megabytes_of_noise_are_refused()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        var noise = RandomNumberGenerator.GetBytes(1 << 20);
        using (var file = File.Create(folder.ResolvePath("noise.yaml")))
        {
            for (var i = 0; i < 100; i++)
                file.Write(noise);
        }

        var run = await store.RunAsync("replay", folder.ResolvePath("noise.yaml"));

        Assert.Equal((2, "", 0), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains("noise.yaml: the file has 104,857,600 bytes", run.Error);
    }

    [Theory]
    [InlineData("nowhere", "nowhere: there is no such file or folder")]
    [InlineData("", "the folder has no coded file (.yaml or .yml)")]
    public async Task A_path_without_coded_files_is_refused(string name, string problem)
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();

        var run = await store.RunAsync("replay", folder.ResolvePath(name));

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains(problem, run.Error);
    }

    [Theory]
    [InlineData("8eb10aed", "00000000", "evidence[0]: the hash of the span from 67 to 95 does not match the text")]
    [InlineData("cd50a322", "00000000", "text.sha256: the text in 'courier-2031-04-02.txt' has the hash cd50a322")]
    public async Task A_hash_that_does_not_match_the_text_is_refused(string before, string after, string problem)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var (path, _) = folder.Edit(Courier, before, after);

        var run = await store.RunAsync("replay", path, "--articles", Path.Combine(Repository.Harbour, "texts"));

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.StartsWith(path, run.Error);
        Assert.Contains(problem, run.Error);
    }
}
