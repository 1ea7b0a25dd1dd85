using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding.Tests;

public class TextsThatYamlMisreads
{
    private static readonly string[] Nasty =
    [
        "2031-04-05",
        "2031-04",
        "2031",
        "2031-04-05T21:00",
        "21:30",
        "0123",
        "0x1F",
        "1e5",
        "-.5",
        "+1",
        "1_000",
        ".inf",
        ".NaN",
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "N",
        "true",
        "null",
        "~",
        "Null",
        "=",
        "<<",
        "-",
        "- a",
        "?",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "[a]",
        "{a}",
        "a, b",
        "a]",
        "}",
        "'a'",
        "\"a\"",
        "it's",
        "\"",
        "'",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "|",
        "> a",
        "%a",
        "@a",
        "`a`",
        "---",
        "...",
        "a\nb",
        "a\n\nb",
        "a\tb",
        "a\\nb",
        "a\u2028b",
        "a\u0085b",
        "a\u00a0b",
        "a\u200bb",
        "\ufeffa",
        "ნაია",
        "שלום, עולם",
        "e\u0301",
        "😀: 😀",
        "\ud83d\udc69\u200d\ud83d\udcbb",
        "a\u0007b",
        "\u001b[0m",
        new('x', 500),
        string.Join(' ', Enumerable.Repeat("word", 100)),
        "key: [a, {b: c}] # d",
    ];

    public static TheoryData<string> Texts => [.. Nasty];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Stand_in_written_files_as_they_are(string text)
    {
        var log = await LogAsync(text);

        Written.SameEvents(log.Store, await Written.ReplayedAsync(WrittenFile.WriteAll(log.Log)));
    }

    [Theory]
    [InlineData("2031-04-05")]
    [InlineData("0123")]
    [InlineData("21:30")]
    [InlineData("no")]
    [InlineData("1e5")]
    [InlineData("null")]
    public async Task Are_quoted(string text)
    {
        var log = await LogAsync(text);

        Assert.Contains(
            $"summary: '{text}'}}\n",
            WrittenFile.WriteAll(log.Log).Single(file => file.File == "herald-1.yaml").Text
        );
    }

    [Fact]
    public async Task Are_read_by_any_parser_of_yaml_also_where_a_report_holds_all_of_them()
    {
        var log = await LogAsync(string.Join('\n', Nasty));
        var yaml = new YamlStream();

        yaml.Load(new StringReader(WrittenFile.WriteAll(log.Log).Single(file => file.File == "herald-1.yaml").Text));

        var report = ((YamlSequenceNode)((YamlMappingNode)yaml.Documents[0].RootNode)["events"])[0];
        Assert.Equal(string.Join('\n', Nasty), ((YamlScalarNode)report["summary"]).Value);
    }

    private static async Task<(InMemoryEventStore Store, NegotiationLog Log)> LogAsync(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("lake.yaml", LakeTalks.Negotiation);
        folder.Write("herald.yaml", LakeTalks.Article);
        var sample = new InMemoryEventStore();
        await Replay.RunAsync(sample, [folder.Path]);
        // As the correct command takes in any text
        var store = new InMemoryEventStore();
        foreach (var stream in sample.Log.GroupBy(recorded => recorded.Stream))
            await store.AppendAsync(
                stream.Key,
                0,
                [
                    .. stream.Select(recorded => new NewEvent(
                        recorded.Id,
                        recorded.Event is Report report ? report with { Summary = text } : recorded.Event
                    )),
                ]
            );
        return (store, await store.ReadLogAsync("lake", recordedBy: null));
    }
}
