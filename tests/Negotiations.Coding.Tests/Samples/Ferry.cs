namespace Negotiations.Coding.Tests;

/// <summary>The talks about a ferry between two invented countries, with an article whose text is here.</summary>
public static class Ferry
{
    public const string Negotiation = """
        negotiation: ferry
        title: Ferry talks
        zone: Europe/Helsinki
        rounds:
          - { id: 2031-04, title: Talks of April 2031, when: 2031-04 }
        issues:
          - { name: Fares, id: fares }
        parties:
          - { name: Norland, spellings: [the Norlanders] }
          - { name: Suderland }
        people:
          - { name: Mary Sund, side: norland, office: transport minister of Norland, spellings: [Ms Sund, Sund] }
          - { name: Olav Brekk, side: suderland, spellings: [Brekk, Mr Brekk] }
          - { name: Ida Vang, side: norland, speaksFor: ministry, spellings: [Vang] }
        institutions:
          - { name: Ministry of Transport, id: ministry, side: norland, spellings: [the ministry] }
        outlets:
          - { name: The Quay, id: quay }
        agencies:
          - { name: Port Wire, id: port-wire }

        """;

    public const string Text =
        "Norland offers talks on ferry fares\n"
        + "\n"
        + "PORT HALDEN (Port Wire) — Norland offered Suderland talks about the fares on Wednesday, Ms Sund said. "
        + "“We are ready to meet on Friday,” the minister\u00A0said in Port Halden.\n"
        + "\n"
        + "Olav Brekk told The Quay that Suderland’s boats would sail. Ms Sund said the fares were too high.\n"
        + "\n"
        + "Two officials said the fares could fall. The café by the pier stays open 🚢 all night. "
        + "Point #2 of the list was dropped.\n";

    public static NormalisedText Normalised { get; } = new(Text);

    /// <summary>A coded file with one report, of which the rest can be given.</summary>
    /// <param name="report">Further fields of the report, without indentation.</param>
    /// <param name="top">Further fields of the file.</param>
    public static string Article(string report, string top = "") =>
        $$"""
            format: 2
            article: quay-1
            negotiation: ferry
            outlet: The Quay
            text: quay-1.txt
            published: 2031-04-02T18:30
            round: 2031-04
            {{top}}
            events:
              - id: offer
                type: TalksOffered
                actor: Mary Sund
                summary: Sund offers talks.
            {{string.Join('\n', report.Split('\n').Select(line => $"    {line}"))}}

            """;

    /// <summary>Reads an article with its text.</summary>
    public static async Task<CodedArticle> ReadAsync(string article, string text = Text)
    {
        using var folder = new FerryFolder(article, text);
        return Assert.Single((await folder.ReadAsync()).Articles).Article;
    }

    /// <summary>The errors of an article that is read with its text.</summary>
    public static async Task<IReadOnlyList<CodingError>> ReadErrorsAsync(string article, string text = Text)
    {
        using var folder = new FerryFolder(article, text);
        return (await Assert.ThrowsAsync<CodingException>(() => folder.ReadAsync())).Errors;
    }

    /// <summary>The words at a span of the text.</summary>
    public static string At(TextSpan? span)
    {
        Assert.NotNull(span);
        Assert.True(Normalised.Matches(span));
        return Normalised.Slice(span.Start, span.End);
    }
}

/// <summary>A folder with the ferry talks, one coded file and its text.</summary>
public sealed class FerryFolder : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FerryFolder(string article, string text = Ferry.Text)
    {
        folder.Write("ferry.negotiation.yaml", Ferry.Negotiation);
        File = folder.Write("quay-1.yaml", article);
        folder.Write("texts/quay-1.txt", text);
    }

    public string File { get; }

    public string Path => folder.Path;

    public string Texts => folder.ResolvePath("texts");

    public string ReadText() => System.IO.File.ReadAllText(File);

    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>Reads the folder, with the texts unless told otherwise.</summary>
    public Task<CodedBatch> ReadAsync(bool withTexts = true) =>
        CodedFiles.ReadAsync(
            CodedFiles.Find([folder.ResolvePath("ferry.negotiation.yaml"), File]),
            _ => Task.FromResult<NegotiationDefined?>(null),
            texts: withTexts ? new ArticleTextFolder(Texts) : null
        );

    public void Dispose() => folder.Dispose();
}
