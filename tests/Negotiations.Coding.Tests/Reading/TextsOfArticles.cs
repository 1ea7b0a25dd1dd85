namespace Negotiations.Coding.Tests;

public sealed class TextsOfArticles : IDisposable
{
    private const string Name = "courier-2031-04-02";

    private readonly TemporaryFolder folder = new();

    private string Text => File.ReadAllText(Harbour.ResolvePath("texts", $"{Name}.txt"));

    private string Coding => File.ReadAllText(Harbour.ResolvePath($"{Name}.yaml"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_text_that_fits_its_coding_passes()
    {
        folder.Write($"{Name}.txt", Text);

        Assert.Empty(await CheckAsync(Coding));
    }

    [Fact]
    public async Task Line_ends_of_another_system_and_letters_in_parts_make_no_other_text()
    {
        folder.Write($"{Name}.txt", Text.Normalize(System.Text.NormalizationForm.FormD).ReplaceLineEndings("\r\n"));

        Assert.Empty(await CheckAsync(Coding));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("x")]
    public async Task A_text_that_was_edited_is_refused_as_a_whole(string addition)
    {
        folder.Write($"{Name}.txt", Text + addition);

        var error = Assert.Single(await CheckAsync(Coding));

        Assert.Equal((9, "text.sha256"), (error.Line, error.Field));
        Assert.Contains("it is another version, or was changed", error.Message);
    }

    [Fact]
    public async Task A_wrong_length_is_refused()
    {
        folder.Write($"{Name}.txt", Text);
        var length = new NormalisedText(Text).Length;

        var error = Assert.Single(await CheckAsync(Coding.With($"length: {length}", $"length: {length + 1}")));

        Assert.Equal(
            ("text.length", $"the text has {length} code points, not {length + 1}"),
            (error.Field, error.Message)
        );
    }

    [Theory]
    [InlineData("start: 141, end: 312,", "start: 142, end: 312,", "events[1].evidence[0]", 142, 312)]
    [InlineData("start: 141, end: 312,", "start: 141, end: 311,", "events[1].evidence[0]", 141, 311)]
    [InlineData("start: 141, end: 168,", "start: 140, end: 167,", "events[1].chain[0]", 140, 167)]
    public async Task A_span_that_was_shifted_is_refused(
        string find,
        string replacement,
        string field,
        int start,
        int end
    )
    {
        folder.Write($"{Name}.txt", Text);

        var error = Assert.Single(await CheckAsync(Coding.With(find, replacement)));

        Assert.Equal(field, error.Field);
        Assert.StartsWith($"the hash of the span from {start} to {end} does not match the text", error.Message);
    }

    [Fact]
    public async Task A_span_of_the_chain_of_the_article_is_checked_too()
    {
        folder.Write($"{Name}.txt", Text);

        Assert.Contains(
            "chain[0]",
            (
                await CheckAsync(Coding.With("kind: outlet, start: 0, end: 18,", "kind: outlet, start: 0, end: 17,"))
            ).Select(error => error.Field)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("file: null")]
    [InlineData("file: other.txt")]
    [InlineData("file: ..")]
    [InlineData("file: folder/")]
    public async Task A_text_that_is_not_held_is_not_checked(string file) =>
        Assert.Empty(await CheckAsync(Coding.With($"  file: {Name}.txt", file.Length == 0 ? "" : $"  {file}")));

    [Theory]
    [InlineData("../../secret.txt")]
    [InlineData("/etc/../secret.txt")]
    [InlineData("sub/secret.txt")]
    public async Task A_name_with_folders_cannot_lead_out_of_the_folder(string name)
    {
        folder.Write("secret.txt", Text);
        Directory.CreateDirectory(folder.ResolvePath("texts/sub"));
        var coding = Coding.With($"file: {Name}.txt", $"file: {name}");

        Assert.Empty(await CheckAsync(coding, "texts"));

        folder.Write("texts/secret.txt", "another text");
        Assert.Equal("text.sha256", Assert.Single(await CheckAsync(coding, "texts")).Field);
    }

    [Fact]
    public async Task A_text_that_is_not_utf_8_is_refused()
    {
        folder.Write($"{Name}.txt", [0x41, 0xFF, 0xFE, 0x42]);

        var error = Assert.Single(await CheckAsync(Coding));

        Assert.Equal(
            ("text.file", $"the text in '{Name}.txt' cannot be read: it is not UTF-8 text"),
            (error.Field, error.Message)
        );
    }

    [Fact]
    public async Task A_replay_appends_nothing_when_a_text_does_not_fit()
    {
        var store = new InMemoryEventStore();
        folder.Write($"{Name}.txt", Text + "!");

        var exception = await Assert.ThrowsAsync<CodingException>(() =>
            Replay.RunAsync(store, [Harbour.Folder], new ArticleTextFolder(folder.Path))
        );

        Assert.Equal("text.sha256", Assert.Single(exception.Errors).Field);
        Assert.Empty(store.Log);
    }

    private async Task<List<CodingError>> CheckAsync(string coding, string texts = "")
    {
        using var codings = new TemporaryFolder();
        var batch = await Coded.ReadFilesAsync(
            Harbour.ResolvePath("harbour.negotiation.yaml"),
            codings.Write("coding.yaml", coding)
        );
        return [.. new ArticleTextFolder(folder.ResolvePath(texts)).Check(Assert.Single(batch.Articles))];
    }
}
