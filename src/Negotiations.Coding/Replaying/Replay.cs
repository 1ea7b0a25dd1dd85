namespace Negotiations.Coding;

/// <summary>Replays coded files into a store.</summary>
public static class Replay
{
    // Others who append at the same time are few, and each of them is soon done.
    private const int MostAttempts = 100;

    /// <summary>
    /// Replays files: negotiations first, then articles in the order of their publication, but after
    /// those that they are linked with, each in one transaction.
    /// Everything is read and checked before anything is appended; what is in the store already is left alone, so that
    /// an
    /// interrupted replay is finished by running it again.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="paths">Coded files, and folders of them.</param>
    /// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
    /// <param name="edits">How edits of codings that are in the store are taken in; null: they are refused.</param>
    /// <param name="progress">Told of each file when it is in.</param>
    /// <param name="cancellationToken">Stops the replay between two files.</param>
    /// <exception cref="CodingException">
    /// A file cannot be taken in; nothing was appended but what <see cref="CodingException.TakenIn"/> lists, where
    /// others have
    /// recorded something since everything was checked that contradicts a later file.
    /// </exception>
    /// <exception cref="ContendedStreamException">Others kept appending to a stream; the files before it are
    /// in.</exception>
    public static async Task<ReplayResult> RunAsync(
        IEventStore store,
        IEnumerable<string> paths,
        ArticleTextFolder? texts = null,
        EditsAsCorrections? edits = null,
        IProgress<ReplayStep>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var (batch, rehearsed) = await ReadAsync(store, paths, texts, edits, cancellationToken);
        if (rehearsed.Differences.Count > 0)
            return rehearsed;

        var steps = new List<ReplayStep>();
        var total = batch.Definitions.Count + batch.Articles.Count;
        IReadOnlyList<CodingDifference> late = [];
        IReadOnlyList<ConflictingFile> contended = [];
        foreach (var file in batch.Definitions)
            await AddAsync(
                file.File,
                file.Definition.Negotiation,
                StreamName.ForNegotiation(file.Definition.Negotiation),
                stream => NegotiationIntake.Decide(stream, file.Definition),
                _ => Task.FromResult<ConsistencyBoundary?>(null)
            );
        foreach (var file in batch.Articles)
            await AddAsync(
                file.File,
                file.Article.Version.Article,
                file.Article.Stream,
                stream => ArticleIntake.Decide(stream, file.Article, edits),
                decision => FileIntake.CheckAsync(store, file, decision, cancellationToken)
            );
        return late.Count == 0
            ? rehearsed with
            {
                Steps = steps,
            }
            : new(steps, late) { TextsNotHeld = rehearsed.TextsNotHeld, Contended = contended };

        async Task AddAsync(
            string file,
            string name,
            string stream,
            Func<RecordedStream, IntakeDecision> decide,
            Func<IntakeDecision, Task<ConsistencyBoundary?>> check
        )
        {
            if (late.Count > 0)
                return;
            var decision = await DecideAsync();
            late = decision.Differences;
            if (
                late.Select(difference => difference.Contended).OfType<RecordedCorrection>().FirstOrDefault() is
                { } winner
            )
                contended =
                [
                    ConflictingFile.Find(
                        file,
                        await store.ReadLogAsync(winner.Correction.Negotiation, recordedBy: null, cancellationToken),
                        late
                    )!,
                ];
            if (late.Count > 0)
                return;
            steps.Add(new(file, name, decision.Append.Count, steps.Count + 1, total));
            progress?.Report(steps[^1]);

            async Task<IntakeDecision> DecideAsync()
            {
                try
                {
                    return await AppendAsync(store, stream, decide, check, cancellationToken);
                }
                catch (CodingException exception)
                {
                    throw new CodingException(exception.Errors)
                    {
                        TakenIn = [.. steps.Where(step => step.Appended > 0)],
                    };
                }
            }
        }
    }

    /// <summary>What a replay would do, with the same checks; appends nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="paths">Coded files, and folders of them.</param>
    /// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
    /// <param name="edits">How edits of codings that are in the store are taken in; null: they are refused.</param>
    /// <param name="cancellationToken">Stops the rehearsal.</param>
    /// <exception cref="CodingException">A file cannot be taken in.</exception>
    public static async Task<ReplayResult> RehearseAsync(
        IEventStore store,
        IEnumerable<string> paths,
        ArticleTextFolder? texts = null,
        EditsAsCorrections? edits = null,
        CancellationToken cancellationToken = default
    )
    {
        var (batch, rehearsed) = await ReadAsync(store, paths, texts, edits, cancellationToken);
        if (rehearsed.Differences.Count > 0)
            return rehearsed;
        var steps = new List<ReplayStep>();
        var total = batch.Definitions.Count + batch.Articles.Count;
        foreach (var file in batch.Definitions)
        {
            var stream = await store.ReadStreamAsync(
                StreamName.ForNegotiation(file.Definition.Negotiation),
                cancellationToken
            );
            steps.Add(
                new(
                    file.File,
                    file.Definition.Negotiation,
                    NegotiationIntake.Decide(stream, file.Definition).Append.Count,
                    steps.Count + 1,
                    total
                )
            );
        }

        steps.AddRange(
            rehearsed.Files.Select(
                (file, index) =>
                    new ReplayStep(
                        file.File,
                        file.Article,
                        file.Append.Count,
                        batch.Definitions.Count + index + 1,
                        total
                    )
            )
        );
        return rehearsed with { Steps = steps };
    }

    private static async Task<(CodedBatch Batch, ReplayResult Rehearsed)> ReadAsync(
        IEventStore store,
        IEnumerable<string> paths,
        ArticleTextFolder? texts,
        EditsAsCorrections? edits,
        CancellationToken cancellationToken
    )
    {
        var batch = await CodedFiles.ReadAsync(CodedFiles.Find(paths), negotiation =>
            FileIntake.ReadDefinitionAsync(store, negotiation, cancellationToken)
        );
        var notHeld = texts?.NotHeld(batch.Articles) ?? [];
        if (texts?.CheckAll(batch.Articles) is { Count: > 0 } errors)
            throw new CodingException(errors);
        var rehearsed = await RehearseAsync(store, batch, texts, edits, cancellationToken);
        return (batch, rehearsed with { TextsNotHeld = notHeld });
    }

    // Decides and checks everything on a copy of the log, one file after the other, before anything is appended.
    private static async Task<ReplayResult> RehearseAsync(
        IEventStore store,
        CodedBatch batch,
        ArticleTextFolder? texts,
        EditsAsCorrections? edits,
        CancellationToken cancellationToken
    )
    {
        var differences = new List<CodingDifference>();
        var notCompared = new List<string>();
        var comparedWithUnknown = new List<string>();
        var files = new List<RehearsedFile>();
        var errors = new List<CodingError>();
        var contended = new List<ConflictingFile>();
        foreach (var negotiation in batch.Articles.GroupBy(file => file.Article.Version.Negotiation))
        {
            var log = await store.ReadLogAsync(negotiation.Key, recordedBy: null, cancellationToken);
            if (batch.Definitions.FirstOrDefault(file => file.Definition.Negotiation == negotiation.Key) is { } defined)
            {
                var name = StreamName.ForNegotiation(negotiation.Key);
                log = log.With(name, NegotiationIntake.Decide(log.FindStream(name), defined.Definition).Append);
            }

            foreach (var file in negotiation)
            {
                var stream = log.FindStream(file.Article.Stream);
                var decision = ArticleIntake.Decide(stream, file.Article, edits);
                differences.AddRange(decision.Differences);
                if (ConflictingFile.Find(file.File, log, decision.Differences) is { } contention)
                    contended.Add(contention);
                var before = log;
                (log, var found) = ReplayRules.Check(log, file, decision);
                errors.AddRange(found);
                if (decision.Append.Any(added => added.Event is Correction))
                    before = before.With(
                        decision.Stream,
                        decision.Append.Where(added => added.Event is not Correction)
                    );
                files.Add(
                    new(
                        file.File,
                        file.Article.Version.Article,
                        decision.Append,
                        before,
                        log,
                        MissedCorrections.Find(stream, file.Article)
                    )
                    {
                        Idle = found.Count == 0 ? [.. ReplayRules.Idle(before, decision)] : [],
                        RetractedWithThem = edits is null ? [] : MissedCorrections.FindOnGone(stream, file.Article),
                    }
                );
                if (texts is null)
                    continue;
                errors.AddRange(CheckTexts(log, file, decision, texts));
                if (CanBeCompared(log, decision, texts))
                    notCompared.Add(file.File);
            }

            comparedWithUnknown.AddRange(
                negotiation
                    .Where(file => ComparisonRules.IsAwaited(log, file.Article.Version))
                    .Select(file => file.File)
            );
        }

        if (errors.Count > 0)
            throw new CodingException(errors);
        return differences.Count > 0
            ? new([], differences) { Contended = contended }
            : new([], [])
            {
                Files = files,
                NotCompared = notCompared,
                ComparedWithUnknown = comparedWithUnknown,
            };
    }

    // A correction can be of another version than that of its file: it is checked against the text of what it corrects.
    private static IEnumerable<CodingError> CheckTexts(
        NegotiationLog log,
        CodedFile file,
        IntakeDecision decision,
        ArticleTextFolder texts
    ) =>
        from correction in file.Article.Corrections.Select(
            (correction, index) => (Correction: correction, Index: index)
        )
        where decision.Append.Any(added => ReferenceEquals(added.Event, correction.Correction))
        let target = log.Events.FirstOrDefault(recorded => recorded.Id == correction.Correction.Target)
        where target is not null
        from problem in texts.Check(StoredCoding.Read(log, target).Version, correction.Correction)
        select file.Error($"corrections[{correction.Index}].{problem.Field}", problem.Message);

    private static bool CanBeCompared(NegotiationLog log, IntakeDecision decision, ArticleTextFolder texts) =>
        decision.Append.Select(added => added.Event).OfType<ArticleVersionPublished>().FirstOrDefault()
            is { Compared: null } version
        && ProposedComparison.VersionBefore(log, version) is { } earlier
        && texts.FindExact(version) is not null
        && texts.FindExact(earlier) is not null;

    // Somebody may append to the same stream, or to what the check stands on, in between: then the decision is made
    // anew on what is there.
    private static async Task<IntakeDecision> AppendAsync(
        IEventStore store,
        string stream,
        Func<RecordedStream, IntakeDecision> decide,
        Func<IntakeDecision, Task<ConsistencyBoundary?>> check,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var decision = decide(await store.ReadStreamAsync(stream, cancellationToken));
            if (decision.Append.Count == 0)
                return decision;
            try
            {
                var basis = await check(decision);
                if (basis is null)
                    await store.AppendAsync(stream, decision.ExpectedVersion, decision.Append, cancellationToken);
                else
                    await store.AppendAsync(
                        stream,
                        decision.ExpectedVersion,
                        decision.Append,
                        basis,
                        cancellationToken
                    );
                return decision;
            }
            catch (ConcurrencyException)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        throw new ContendedStreamException(stream, MostAttempts);
    }
}
