namespace Negotiations.Coding;

/// <summary>Replays coded files into a store.</summary>
public static class Replay
{
    /// <summary>
    /// Replays files: negotiations first, then articles in the order of their publication, but after those that they
    /// are linked with, each in one transaction. Everything is read and checked before anything is appended; what is in
    /// the store already is left alone, so that an interrupted replay is finished by running it again.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="paths">Coded files, and folders of them.</param>
    /// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
    /// <param name="edits">How edits of codings that are in the store are taken in; null: they are refused.</param>
    /// <param name="effects">For which files the facts are looked for that their corrections change; null:
    /// none.</param>
    /// <param name="progress">Told of each file when it is in.</param>
    /// <param name="checks">Told of each file when it is read, and when it is checked.</param>
    /// <param name="takesUnreviewed">Whether proposals that nobody has decided are reports as well.</param>
    /// <param name="cancellationToken">Stops the replay between two files.</param>
    /// <exception cref="CodingException"> A file cannot be taken in; nothing was appended but what <see
    /// cref="CodingException.TakenIn"/> lists, where others have recorded something since everything was checked that
    /// contradicts a later file.
    /// </exception>
    /// <exception cref="ContendedStreamException">Others kept recording; the files before it are in.</exception>
    public static async Task<ReplayResult> RunAsync(
        IEventStore store,
        IEnumerable<string> paths,
        ArticleTextFolder? texts = null,
        EditsAsCorrections? edits = null,
        Predicate<RehearsedFile>? effects = null,
        IProgress<ReplayStep>? progress = null,
        IProgress<ReplayProgress>? checks = null,
        bool takesUnreviewed = false,
        CancellationToken cancellationToken = default
    )
    {
        var rehearsal = new Rehearsal(store, texts, edits, effects, checks, takesUnreviewed, cancellationToken);
        var (batch, rehearsed) = await rehearsal.RunAsync(paths);
        if (rehearsed.Differences.Count > 0)
            return rehearsed;

        var appender = new DecisionAppender(store, rehearsal.Read, edits, cancellationToken);
        var steps = new List<ReplayStep>();
        var total = batch.Definitions.Count + batch.Articles.Count;
        foreach (var file in batch.Definitions)
        {
            var decision = await appender.AppendAsync(file);
            AddStep(file.File, file.Definition.Negotiation, decision);
        }

        foreach (var file in batch.Articles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var version = file.Article.Version;
            var decision = await AppendAsync(rehearsal.Find(file));
            if (decision.Differences.Count > 0)
                return new(steps, decision.Differences)
                {
                    TextsNotHeld = rehearsed.TextsNotHeld,
                    Contended = decision.Differences.Any(difference => difference.Contended is not null)
                        ?
                        [
                            ConflictingFile.Find(
                                file.File,
                                await appender.ReadLogAsync(version.Negotiation),
                                decision.Differences
                            )!,
                        ]
                        : [],
                };
            AddStep(file.File, version.Article, decision);
        }

        await KeepFactsAsync();
        return rehearsed with { Steps = steps };

        // So that the next question finds them; who stops this leaves the rest to that question.
        async Task KeepFactsAsync()
        {
            if (store is not IFactStore facts || steps.TrueForAll(step => step.Appended == 0))
                return;
            var negotiations = batch
                .Definitions.Select(file => file.Definition.Negotiation)
                .Concat(batch.Articles.Select(file => file.Article.Version.Negotiation));
            foreach (var negotiation in negotiations.Distinct(StringComparer.Ordinal))
                await facts.KeepFactsAsync(negotiation, cancellationToken);
        }

        async Task<IntakeDecision> AppendAsync(DecidedFile file)
        {
            try
            {
                return await appender.AppendAsync(file);
            }
            catch (CodingException exception)
            {
                throw new CodingException(exception.Errors) { TakenIn = [.. steps.Where(step => step.Appended > 0)] };
            }
        }

        void AddStep(string file, string name, IntakeDecision decision)
        {
            steps.Add(new(file, name, decision.Append.Count, steps.Count + 1, total));
            progress?.Report(steps[^1]);
        }
    }

    /// <summary>What a replay would do, with the same checks; appends nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="paths">Coded files, and folders of them.</param>
    /// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
    /// <param name="edits">How edits of codings that are in the store are taken in; null: they are refused.</param>
    /// <param name="effects">For which files the facts are looked for that their corrections change; null:
    /// none.</param>
    /// <param name="checks">Told of each file when it is read, and when it is checked.</param>
    /// <param name="takesUnreviewed">Whether proposals that nobody has decided are reports as well.</param>
    /// <param name="cancellationToken">Stops the rehearsal.</param>
    /// <exception cref="CodingException">A file cannot be taken in.</exception>
    public static async Task<ReplayResult> RehearseAsync(
        IEventStore store,
        IEnumerable<string> paths,
        ArticleTextFolder? texts = null,
        EditsAsCorrections? edits = null,
        Predicate<RehearsedFile>? effects = null,
        IProgress<ReplayProgress>? checks = null,
        bool takesUnreviewed = false,
        CancellationToken cancellationToken = default
    )
    {
        var rehearsal = new Rehearsal(store, texts, edits, effects, checks, takesUnreviewed, cancellationToken);
        var (batch, rehearsed) = await rehearsal.RunAsync(paths);
        if (rehearsed.Differences.Count > 0)
            return rehearsed;
        var steps = new List<ReplayStep>();
        var total = batch.Definitions.Count + batch.Articles.Count;
        foreach (var file in batch.Definitions)
        {
            var name = StreamName.ForNegotiation(file.Definition.Negotiation);
            var stream = await store.ReadStreamAsync(name, cancellationToken);
            var appended = NegotiationIntake.Decide(stream, file.Definition).Append.Count;
            steps.Add(new(file.File, file.Definition.Negotiation, appended, steps.Count + 1, total));
        }

        foreach (var file in rehearsed.Files)
            steps.Add(new(file.File, file.Article, file.Append.Count, steps.Count + 1, total));
        return rehearsed with { Steps = steps };
    }
}
