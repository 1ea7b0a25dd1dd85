namespace Negotiations.Coding;

/// <summary>Reads coded files that belong together, one after the other.</summary>
/// <remarks>
/// Names in an article are those of its negotiation, so the files of negotiations are read first. A YAML document takes
/// many times the memory of what it says: of each file only that is kept.
/// </remarks>
internal sealed class CodedFilesReader
{
    private readonly IReadOnlyList<CodedSource> sources;
    private readonly Func<string, Task<NegotiationDefined?>> stored;
    private readonly bool areDrafts;
    private readonly ArticleTexts? texts;
    private readonly IProgress<ReplayProgress>? checks;
    private readonly CancellationToken cancellationToken;

    // Which are read before all others: those that look like the file of a negotiation, or turned out to be one.
    private readonly bool[] isFirst;

    // By file, what is wrong with it as a YAML document, and what is wrong with what it says.
    private readonly IReadOnlyList<CodingError>[] malformed;
    private readonly IReadOnlyList<CodingError>[] wrong;

    private readonly Dictionary<int, CodedDefinition> definitions = [];
    private readonly Dictionary<string, NegotiationDefined?> known = new(StringComparer.Ordinal);
    private readonly List<CodedFile> articles = [];
    private readonly Dictionary<string, ReadArticle> read = new(StringComparer.Ordinal);

    public CodedFilesReader(
        IReadOnlyList<CodedSource> sources,
        Func<string, Task<NegotiationDefined?>> stored,
        bool areDrafts,
        ArticleTexts? texts,
        IProgress<ReplayProgress>? checks,
        CancellationToken cancellationToken
    )
    {
        (this.sources, this.stored, this.areDrafts, this.texts) = (sources, stored, areDrafts, texts);
        (this.checks, this.cancellationToken) = (checks, cancellationToken);
        isFirst = [.. sources.Select(source => !source.LooksLikeArticle)];
        malformed = new IReadOnlyList<CodingError>[sources.Count];
        wrong = new IReadOnlyList<CodingError>[sources.Count];
    }

    /// <summary>Whether proposals that nobody has decided are reports as well.</summary>
    public bool TakesUnreviewed { get; init; }

    /// <summary>Whether to keep how each article was read, with its text, which takes memory.</summary>
    public bool KeepsReading { get; init; }

    /// <summary>How the articles were read, by file.</summary>
    public IReadOnlyDictionary<string, ReadArticle> Articles => read;

    /// <summary>Reads them all.</summary>
    /// <exception cref="CodingException">Something is wrong in a file; everything that was found is listed.</exception>
    public async Task<CodedBatch> ReadAsync()
    {
        while (!await TryReadAsync())
        {
            definitions.Clear();
            known.Clear();
            articles.Clear();
        }

        var all = Enumerable.Range(0, sources.Count).OrderBy(place => !definitions.ContainsKey(place));
        List<CodingError> errors = [.. malformed.SelectMany(found => found), .. all.SelectMany(place => wrong[place])];
        return errors.Count == 0
            ? new([.. definitions.OrderBy(pair => pair.Key).Select(pair => pair.Value)], InOrder(articles))
            : throw new CodingException(errors);
    }

    // False where a file that looks like an article's is that of a negotiation: then all are read again, that one
    // first.
    private async Task<bool> TryReadAsync()
    {
        for (var place = 0; place < sources.Count; place++)
        {
            if (isFirst[place] && Parse(place) is { } file && IsDefinition(file))
                ReadDefinition(place, file);
        }

        var streams = new HashSet<(string Stream, string Version)>();
        for (var place = 0; place < sources.Count; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (definitions.ContainsKey(place))
                continue;
            if (Parse(place) is { } file)
            {
                if (IsDefinition(file))
                {
                    isFirst[place] = true;
                    return false;
                }

                await ReadArticleAsync(sources[place], file, streams);
            }

            checks?.Report(new(ReplayPhase.Reading, sources[place].File, place + 1, sources.Count));
        }

        return true;
    }

    private YamlFields? Parse(int place)
    {
        var errors = new List<CodingError>();
        var file = sources[place].Read(errors);
        malformed[place] = [.. errors];
        errors.Clear();
        wrong[place] = errors;
        return file.IsEmpty ? null : file;
    }

    private static bool IsDefinition(YamlFields file) => !file.Has("article") && !file.Has("events");

    private void ReadDefinition(int place, YamlFields file)
    {
        var definition = NegotiationReader.Read(file);
        if (!known.TryAdd(definition.Negotiation, definition))
            file.Error("negotiation", $"'{definition.Negotiation}' is defined by two files of this replay");
        definitions.Add(place, new(file.File, definition));
    }

    private async Task ReadArticleAsync(
        CodedSource source,
        YamlFields file,
        HashSet<(string Stream, string Version)> streams
    )
    {
        var negotiation = file.Peek("negotiation");
        if (negotiation is null)
        {
            file.Error(null, "'negotiation' is missing");
            return;
        }

        if (!known.TryGetValue(negotiation, out var definition))
            known[negotiation] = definition = await stored(negotiation);
        if (definition is null)
        {
            file.Error(
                "negotiation",
                $"nobody defined the negotiation '{negotiation}'; replay its file first, or together with this one"
            );
            return;
        }

        var read = ArticleReader.Read(file, definition, areDrafts, texts, TakesUnreviewed);
        var coded = read.Coded;
        if (KeepsReading)
            this.read[file.File] = read;
        if (!streams.Add((coded.Stream, coded.Version.Version)))
            file.Error(
                "article",
                $"'{coded.Version.Article}' is coded by two files of this replay in the same version"
            );
        articles.Add(
            new(file.File, coded, new(() => source.Read([]).Places))
            {
                ReportPlaces = read.Places.Select((place, i) => place == i).All(same => same) ? [] : read.Places,
                Unreviewed = read.Unreviewed,
            }
        );
    }

    // By time of publication, but an article that is linked with another comes after it: a link is between articles
    // that are there.
    private static IReadOnlyList<CodedFile> InOrder(IEnumerable<CodedFile> articles)
    {
        var files = articles
            .OrderBy(file => file.Article.Version.Published.Time)
            .ThenBy(file => file.Article.Version.Article, StringComparer.Ordinal)
            .ToList();
        var byStream = files.ToLookup(file => file.Article.Stream, StringComparer.Ordinal);
        var ordered = new List<CodedFile>();
        var seen = new HashSet<CodedFile>(ReferenceEqualityComparer.Instance);
        foreach (var file in files)
            Add(file);
        return ordered;

        void Add(CodedFile file)
        {
            if (!seen.Add(file))
                return;
            var linked = file
                .Article.Corrections.OfType<ArticlesLinked>()
                .Select(link => StreamName.ForArticle(link.Negotiation, link.Other))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            IEnumerable<CodedFile> others =
                linked.Count < 2
                    ? linked.SelectMany(stream => byStream[stream])
                    : files.Where(other => linked.Contains(other.Article.Stream));
            foreach (var other in others)
                Add(other);
            ordered.Add(file);
        }
    }
}
