namespace Negotiations.Coding;

/// <summary>Replays coded files into a store.</summary>
public static class Replay
{
    // Others who append at the same time are few, and each of them is soon done.
    private const int MostAttempts = 20;

    /// <summary>
    /// Replays files: negotiations first, then articles in the order of their publication, each in one transaction.
    /// Everything is read and checked before anything is appended; what is in the store already is left alone, so that an
    /// interrupted replay is finished by running it again.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="paths">Coded files, and folders of them.</param>
    /// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
    /// <param name="progress">Told of each file when it is in.</param>
    /// <param name="cancellationToken">Stops the replay between two files.</param>
    /// <exception cref="CodingException">A file cannot be taken in; nothing was appended.</exception>
    /// <exception cref="ContendedStreamException">Others kept appending to a stream; the files before it are in.</exception>
    public static async Task<ReplayResult> RunAsync(
        IEventStore store,
        IEnumerable<string> paths,
        ArticleTexts? texts = null,
        IProgress<ReplayStep>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var batch = await CodedFiles.ReadAsync(CodedFiles.Find(paths), negotiation => ReadDefinitionAsync(store, negotiation, cancellationToken));
        var notHeld = texts?.NotHeld(batch.Articles) ?? [];
        await CheckAsync(store, batch, texts, cancellationToken);
        var intakes = batch.Definitions
            .Select(file => (file.File, Name: file.Definition.Negotiation, Stream: StreamName.OfNegotiation(file.Definition.Negotiation),
                Decide: (Func<RecordedStream, IntakeDecision>)(stream => NegotiationIntake.Decide(stream, file.Definition))))
            .Concat(batch.Articles
                .Select(file => (file.File, Name: file.Article.Version.Article, file.Article.Stream,
                    Decide: (Func<RecordedStream, IntakeDecision>)(stream => ArticleIntake.Decide(stream, file.Article)))))
            .ToList();

        var differences = new List<Difference>();
        foreach (var intake in intakes)
            differences.AddRange(intake.Decide(await store.ReadStreamAsync(intake.Stream, cancellationToken)).Differences);
        if (differences.Count > 0) return new([], differences);

        var steps = new List<ReplayStep>();
        foreach (var intake in intakes)
        {
            var decision = await AppendAsync(store, intake.Stream, intake.Decide, cancellationToken);
            if (decision.Differences.Count > 0) return new(steps, decision.Differences);
            steps.Add(new(intake.File, intake.Name, decision.Append.Count, steps.Count + 1, intakes.Count));
            progress?.Report(steps[^1]);
        }

        return new(steps, []) { TextsNotHeld = notHeld };
    }

    private static async Task<NegotiationDefined?> ReadDefinitionAsync(IEventStore store, string negotiation, CancellationToken cancellationToken) =>
        (await store.ReadStreamAsync(StreamName.OfNegotiation(negotiation), cancellationToken)).Events.LastOrDefault()?.Event as NegotiationDefined;

    // Somebody may append to the same stream in between: then the decision is made anew on what is there.
    private static async Task<IntakeDecision> AppendAsync(
        IEventStore store, string stream, Func<RecordedStream, IntakeDecision> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var decision = decide(await store.ReadStreamAsync(stream, cancellationToken));
            if (decision.Append.Count == 0) return decision;
            try
            {
                await store.AppendAsync(stream, decision.ExpectedVersion, decision.Append, cancellationToken);
                return decision;
            }
            catch (ConcurrencyException)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        throw new ContendedStreamException(stream, MostAttempts);
    }

    private static async Task CheckAsync(IEventStore store, CodedBatch batch, ArticleTexts? texts, CancellationToken cancellationToken)
    {
        var errors = texts is null ? [] : batch.Articles.SelectMany(texts.Check).ToList();
        foreach (var negotiation in batch.Articles.GroupBy(file => file.Article.Version.Negotiation))
        {
            var log = await store.ReadLogAsync(negotiation.Key, recordedBy: null, cancellationToken);
            var coded = negotiation.SelectMany(file => file.Article.Reports.Select(report => VisibleReportOf(file.Article, report)));
            var cycle = OrderCheck.FindCycle(coded.Concat(log.ReportsKnownBy(null)).DistinctBy(report => report.EventId));
            if (cycle is null) continue;
            var (where, index) = negotiation
                .Select(file => (File: file, Index: file.Article.Reports.ToList().FindIndex(report => report.PrecededBy is not null && cycle.Contains(report.Act))))
                .OrderByDescending(place => place.Index >= 0)
                .First();
            errors.Add(where.Error(index < 0 ? "events" : $"events[{index}].precededBy", $"the orders that the texts give contradict each other: {string.Join(" after ", cycle)} after {cycle[0]}"));
        }

        if (errors.Count > 0) throw new CodingException(errors);
    }

    private static VisibleReport VisibleReportOf(CodedArticle article, Report report)
    {
        var publication = report.Known ?? article.Version.Published;
        var recorded = new RecordedEvent(0, default, EventId.OfReport(article.Stream, report.Version, report.Id), article.Stream, 0, report);
        return new(recorded, report, article.Version, publication, publication.Time.InUtc().Date);
    }
}
