namespace Negotiations.Tests;

/// <summary>An article of the lake talks with a text: its spans are taken from the words of the text.</summary>
public sealed class TextArticle(
    string text,
    string id = "herald",
    string version = "v1",
    string published = "2031-04-02"
)
{
    private readonly List<Report> reports = [];

    public NormalisedText Text { get; } = new(text);

    public string Stream => StreamName.ForArticle(Sample.Talks, id);

    public IReadOnlyList<Report> Reports => reports;

    public VersionComparison? Compared { get; init; }

    public string? File { get; init; } = $"{id}.txt";

    public ArticleVersionPublished Version =>
        new()
        {
            Negotiation = Sample.Talks,
            Article = id,
            Version = version,
            Outlet = Sample.Name("Herald"),
            Text = Text.Identity(File),
            Published = new(Sample.Time(published), PublicationBasis.Stated),
            Compared = Compared,
            Chain =
            [
                new()
                {
                    Kind = LinkKind.Outlet,
                    Name = Sample.Name("Herald"),
                    Implied = "it appeared there",
                },
            ],
        };

    /// <summary>Adds a report whose evidence are words of the text, and whose speaker is named there.</summary>
    public TextArticle Says(string report, string words, string? speaker = null)
    {
        reports.Add(
            new PositionStated
            {
                Negotiation = Sample.Talks,
                Article = id,
                Version = version,
                Id = report,
                Round = Sample.Round,
                Act = report,
                Topic = "talks",
                Position = "ready",
                Stance = null,
                Standing = Standing.Own,
                Modality = Modality.Asserted,
                Chain =
                [
                    .. speaker is null
                        ? []
                        : new ChainLink[]
                        {
                            new()
                            {
                                Kind = LinkKind.Person,
                                Name = Sample.Name(speaker),
                                Span = FindSpan(speaker),
                            },
                        },
                    .. Version.Chain,
                ],
                Evidence = [FindSpan(words)],
                Certainty = 4,
                Summary = "In our own words.",
            }
        );
        return this;
    }

    /// <summary>The only place of some words in the text, counted in code points apart from the program.</summary>
    public TextSpan FindSpan(string words)
    {
        var at = Text.Value.IndexOf(words, StringComparison.Ordinal);
        Assert.True(
            at >= 0 && at == Text.Value.LastIndexOf(words, StringComparison.Ordinal),
            $"'{words}' does not stand once in the text"
        );
        var start = CountCodePoints(Text.Value[..at]);
        return new(start, start + CountCodePoints(words), new NormalisedText(words).Identity().Sha256);
    }

    /// <summary>What a store has after the article was replayed.</summary>
    public History Record() => Sample.History().Publish(Version, Reports);

    /// <summary>The audit of a log of this article alone against texts.</summary>
    public static AuditedVersion Audit(NegotiationLog log, params ArticleText[] held) =>
        Assert.Single(AuditedVersion.CheckAll(log, new ArticleTextIndex(held, log.Timeline.Versions)));

    // A surrogate pair is one code point.
    private static int CountCodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
