using System.Diagnostics;
using System.Text;

namespace Negotiations.Coding.Tests;

public sealed class FilesThatAreNoCoding : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", 0, "the file is empty")]
    [InlineData("# only a comment\n", 0, "the file is empty")]
    [InlineData("{}\n", 0, "the file is empty")]
    [InlineData("---\n", 0, "not a YAML mapping")]
    [InlineData("just a sentence\n", 0, "not a YAML mapping")]
    [InlineData("- article: a\n", 0, "not a YAML mapping")]
    [InlineData("article: a\n\tnegotiation: b\n", 1, "not well-formed YAML")]
    [InlineData("article: 'a\nevents: []\n", 1, "not well-formed YAML")]
    [InlineData("article: a\nevents: [1\nnegotiation: b\n", 0, "not well-formed YAML")]
    [InlineData("article: a\nevents: {a: 1\n", 3, "not well-formed YAML")]
    [InlineData("article: a\nevents: ]\n", 2, "not well-formed YAML")]
    [InlineData("article: a\nchain:\n  - : b\n    name: c\n", 5, "a field has no name")]
    [InlineData("article: a\ntitle: b\narticle: c\n", 3, "not well-formed YAML: Duplicate key article")]
    [InlineData("article: a\n---\narticle: b\n", 2, "more than one YAML document")]
    [InlineData("article: a\ntitle: &t b\n", 2, "anchors and aliases are not supported")]
    [InlineData("article: &a a\ntitle: *a\n", 1, "anchors and aliases are not supported")]
    [InlineData("article: a\ntitle: *nowhere\n", 2, "anchors and aliases are not supported")]
    [InlineData("a: &a [*a]\n", 1, "anchors and aliases are not supported")]
    public async Task Are_refused_with_the_line(string text, int line, string message)
    {
        var path = folder.Write("file.yaml", text);

        var error = Assert.Single(await Coded.ErrorsOfFilesAsync(path));

        Assert.Equal((path, line, ""), (error.File, error.Line, error.Field));
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData("article: a\n!!str article: b\n", 2, "the field 'article' is there twice")]
    [InlineData("article: a\n? [b, c]\n: d\n", 2, "the name of a field is a plain text")]
    [InlineData("article: a\n? {b: c}\n: d\n", 2, "the name of a field is a plain text")]
    public async Task Are_refused_for_the_names_of_their_fields(string text, int line, string message) =>
        Assert.Contains(
            (folder.Write("file.yaml", text), line, "", message),
            (await Coded.ErrorsOfFilesAsync(folder.ResolvePath("file.yaml"))).Select(error =>
                (error.File, error.Line, error.Field, error.Message)
            )
        );

    [Theory]
    [InlineData("article: \"a\\0b\"\n", 1, "article")]
    [InlineData(
        "article: a\nevents:\n  - id: b\n    details: {topic: c, position: \"an \\x00offer\"}\n",
        4,
        "events[0].details.position"
    )]
    [InlineData("article: a\nchain:\n  - names: [b, \"c\\u0000\"]\n", 3, "chain[0].names[1]")]
    [InlineData("article: a\n\"na\\0me\": b\n", 2, "")]
    [InlineData("article: a\ntitle: b\0c\n", 2, "")]
    public async Task Are_refused_where_a_text_has_the_character_that_no_database_keeps(
        string text,
        int line,
        string field
    )
    {
        var error = Assert.Single(await Coded.ErrorsOfFilesAsync(folder.Write("file.yaml", text)));

        Assert.Equal((line, field), (error.Line, error.Field));
        Assert.Contains("U+0000", error.Message);
    }

    [Theory]
    [InlineData("article: a\ntitle: \"b\\uFFFEc\"\n", 2, "title", "has the character U+FFFE")]
    [InlineData("article: a\ntitle: b\uFFFFc\n", 2, "", "has the character U+FFFF")]
    [InlineData("article: a\ntitle: \"\\U0001FFFE\"\n", 2, "title", "has the character U+1FFFE")]
    [InlineData("article: a\ntitle: \"\\uFDD0\"\n", 2, "title", "has the character U+FDD0")]
    public async Task Are_refused_where_a_text_has_what_no_text_can_have(
        string text,
        int line,
        string field,
        string problem
    )
    {
        var error = Assert.Single(await Coded.ErrorsOfFilesAsync(folder.Write("file.yaml", text)));

        Assert.Equal((line, field), (error.Line, error.Field));
        Assert.Contains($"{problem}, which no text can have; remove it", error.Message);
    }

    [Theory]
    [InlineData("article: \"a\\uD800\"\n", 1)]
    [InlineData("article: a\n\"na\\uDC00me\": b\n", 2)]
    public async Task Are_refused_where_a_text_has_half_a_character(string text, int line)
    {
        var error = Assert.Single(await Coded.ErrorsOfFilesAsync(folder.Write("file.yaml", text)));

        Assert.Equal(line, error.Line);
        Assert.Contains("this is not well-formed YAML", error.Message);
    }

    [Fact]
    public async Task Aliases_that_multiply_are_refused_at_once()
    {
        var laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var i = 1; i < 40; i++)
            laughs.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        laughs.Append("? *a39\n: article\n");

        var error = Assert.Single(await WithinSecondsAsync(5, folder.Write("laughs.yaml", laughs.ToString())));

        Assert.Equal((1, "anchors and aliases are not supported; write the value out"), (error.Line, error.Message));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    [InlineData("? ")]
    public async Task Deep_nesting_is_refused_at_once(string opening)
    {
        var text = new StringBuilder("article: a\nevents:\n  ").Insert(21, opening, 200_000).ToString();

        var error = Assert.Single(await WithinSecondsAsync(10, folder.Write("deep.yaml", text)));

        Assert.Equal((3, "the values are nested too deeply"), (error.Line, error.Message));
    }

    [Fact]
    public async Task Binary_noise_is_refused()
    {
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);

        Assert.Contains(
            "not UTF-8",
            Assert.Single(await Coded.ErrorsOfFilesAsync(folder.Write("noise.yaml", noise))).Message
        );
    }

    [Fact]
    public async Task Noise_that_is_text_is_refused_whatever_it_is()
    {
        const string Signs = "abc:-?[]{}#&*!|>'\"%@`, \n\t\0\u0001é😀~0";
        var random = new Random(2);
        for (var i = 0; i < 500; i++)
        {
            var noise = string.Concat(
                Enumerable.Range(0, random.Next(1, 60)).Select(_ => Signs[random.Next(Signs.Length)])
            );
            var errors = await Coded.ErrorsOfFilesAsync(folder.Write("noise.yaml", Encoding.UTF8.GetBytes(noise)));
            Assert.NotEmpty(errors);
        }
    }

    [Fact]
    public async Task A_file_of_more_than_16_megabytes_is_refused_without_being_read()
    {
        var path = folder.ResolvePath("large.yaml");
        using (var file = File.Create(path))
            file.SetLength(40L << 30);

        var error = Assert.Single(await WithinSecondsAsync(2, path));

        Assert.Equal($"the file has {40L << 30:N0} bytes; a coded file has at most {16 << 20:N0}", error.Message);
    }

    [Fact]
    public async Task A_file_of_16_megabytes_is_read()
    {
        var path = folder.ResolvePath("large.yaml");
        await File.WriteAllTextAsync(
            path,
            LakeTalks.Negotiation + "# ".PadRight((16 << 20) - LakeTalks.Negotiation.Length, 'x')
        );

        Assert.Single((await Coded.ReadFilesAsync(path)).Definitions);
    }

    [Fact]
    public async Task A_byte_order_mark_and_line_ends_of_any_kind_play_no_part()
    {
        var path = folder.Write(
            "lake.yaml",
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(LakeTalks.Negotiation.ReplaceLineEndings("\r\n"))]
        );

        Assert.Equal("Lake talks", Assert.Single((await Coded.ReadFilesAsync(path)).Definitions).Definition.Title);
    }

    private static async Task<IReadOnlyList<CodingError>> WithinSecondsAsync(int seconds, string path)
    {
        var watch = Stopwatch.StartNew();
        var errors = await Coded.ErrorsOfFilesAsync(path);
        Assert.True(watch.Elapsed.TotalSeconds < seconds, $"took {watch.Elapsed}");
        return errors;
    }
}
