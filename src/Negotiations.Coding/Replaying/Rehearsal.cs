namespace Negotiations.Coding;

/// <summary>
/// Decides and checks everything that coded files bring in, one file after the other, before anything is appended.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
/// <param name="edits">How edits of codings that are in the store are taken in; null: they are refused.</param>
/// <param name="effects">For which files the facts are looked for that their corrections change; null: none.</param>
/// <param name="checks">Told of each file when it is read, and when it is checked.</param>
/// <param name="takesUnreviewed">Whether proposals that nobody has decided are reports as well.</param>
/// <param name="cancellationToken">Stops the rehearsal.</param>
internal sealed class Rehearsal(
    IEventStore store,
    ArticleTextFolder? texts,
    EditsAsCorrections? edits,
    Predicate<RehearsedFile>? effects,
    IProgress<ReplayProgress>? checks,
    bool takesUnreviewed,
    CancellationToken cancellationToken
)
{
    private readonly Dictionary<CodedFile, DecidedFile> decided = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, long> read = new(StringComparer.Ordinal);
    private readonly List<RehearsedFile> files = [];
    private readonly List<CodingError> errors = [];
    private readonly List<CodingDifference> differences = [];
    private readonly List<ConflictingFile> contended = [];
    private readonly List<string> notCompared = [];
    private readonly List<string> comparedWithUnknown = [];
    private readonly List<LintWarning> warnings = [];

    /// <summary>What was decided of the file of an article.</summary>
    public DecidedFile Find(CodedFile file) => decided[file];

    /// <summary>The position up to which each negotiation was read.</summary>
    public IReadOnlyDictionary<string, long> Read => read;

    /// <summary>Reads the files, decides and checks.</summary>
    /// <exception cref="CodingException">A file cannot be taken in.</exception>
    public async Task<(CodedBatch Batch, ReplayResult Rehearsed)> RunAsync(IEnumerable<string> paths)
    {
        var batch = await CodedFiles.ReadAsync(
            CodedFiles.Find(paths),
            negotiation => FileIntake.ReadDefinitionAsync(store, negotiation, cancellationToken),
            texts: texts,
            checks: checks,
            takesUnreviewed: takesUnreviewed,
            cancellationToken: cancellationToken
        );
        var notHeld = texts?.NotHeld(batch.Articles) ?? [];
        if (texts?.CheckAll(batch.Articles) is { Count: > 0 } mismatches)
            throw new CodingException(mismatches);
        foreach (var negotiation in batch.Articles.GroupBy(file => file.Article.Version.Negotiation))
            await DecideAsync(negotiation.Key, [.. negotiation], batch);
        if (errors.Count > 0)
            throw new CodingException(errors);
        return (
            batch,
            differences.Count > 0
                ? new([], differences) { Contended = contended, TextsNotHeld = notHeld }
                : new([], [])
                {
                    Files = files,
                    NotCompared = notCompared,
                    ComparedWithUnknown = comparedWithUnknown,
                    TextsNotHeld = notHeld,
                    Unreviewed =
                    [
                        .. batch
                            .Articles.Where(file => file.Unreviewed > 0)
                            .Select(file => new UnreviewedFile(file.File, file.Unreviewed)),
                    ],
                    Warnings = warnings,
                }
        );
    }

    private async Task DecideAsync(string negotiation, IReadOnlyList<CodedFile> articles, CodedBatch batch)
    {
        var log = await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken);
        read[negotiation] = log.Settled.Position;
        if (batch.Definitions.FirstOrDefault(file => file.Definition.Negotiation == negotiation) is { } defined)
        {
            var name = StreamName.ForNegotiation(negotiation);
            log = log.With(name, NegotiationIntake.Decide(log.FindStream(name), defined.Definition).Append);
        }

        foreach (var file in articles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            log = Decide(log, file);
            checks?.Report(new(ReplayPhase.Checking, file.File, decided.Count, batch.Articles.Count));
        }

        if (errors.Count == 0)
            warnings.AddRange(Linter.FindWarnings(log.Definition!, articles, log));
        comparedWithUnknown.AddRange(
            articles.Where(file => ComparisonRules.IsAwaited(log, file.Article.Version)).Select(file => file.File)
        );
    }

    // The log with what the file brings in.
    private NegotiationLog Decide(NegotiationLog log, CodedFile file)
    {
        var stream = log.FindStream(file.Article.Stream);
        var decision = ArticleIntake.Decide(stream, file.Article, edits);
        differences.AddRange(decision.Differences);
        if (ConflictingFile.Find(file.File, log, decision.Differences) is { } contention)
            contended.Add(contention);
        var (after, found) = ReplayRules.Check(log, file, decision);
        errors.AddRange(found);
        decided.Add(file, new(file, decision, FileIntake.GivesOrder(after, file)));
        files.Add(Describe(log, after, file, stream, decision, isRefused: found.Count > 0));
        if (texts is null)
            return after;
        errors.AddRange(CheckTexts(after, file, decision, texts));
        if (CanBeCompared(after, decision, texts))
            notCompared.Add(file.File);
        return after;
    }

    private RehearsedFile Describe(
        NegotiationLog log,
        NegotiationLog after,
        CodedFile file,
        RecordedStream stream,
        IntakeDecision decision,
        bool isRefused
    )
    {
        var rehearsed = new RehearsedFile(
            file.File,
            file.Article.Version.Article,
            decision.Append,
            after.Definition!,
            after.Zone,
            MissedCorrections.Find(stream, file.Article)
        )
        {
            RetractedWithThem = edits is null ? [] : MissedCorrections.FindOnGone(stream, file.Article),
        };
        if (isRefused || !rehearsed.Corrections.Any())
            return rehearsed;
        var before = log.With(decision.Stream, decision.Append.Where(added => added.Event is not Correction));
        rehearsed = rehearsed with
        {
            Fields = decision
                .Append.Where(added => added.Event is Correction)
                .ToDictionary(
                    added => added.Id,
                    added => ChangedField.FindAll(new(after.Find(added.Id)!, (Correction)added.Event), after)
                ),
            Idle = [.. ReplayRules.Idle(before, decision)],
        };
        if (effects?.Invoke(rehearsed) != true)
            return rehearsed;
        var changed = CorrectionEffects.Between(before, after);
        return rehearsed with { Effects = changed.Effects, HappenedEffects = changed.HappenedEffects };
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
        let target = log.Find(correction.Correction.Target)
        where target is not null
        from problem in texts.Check(StoredCoding.Read(log, target).Version, correction.Correction)
        select file.Error($"corrections[{correction.Index}].{problem.Field}", problem.Message);

    private static bool CanBeCompared(NegotiationLog log, IntakeDecision decision, ArticleTextFolder texts) =>
        decision.Append.Select(added => added.Event).OfType<ArticleVersionPublished>().FirstOrDefault()
            is { Compared: null } version
        && ProposedComparison.VersionBefore(log, version) is { } earlier
        && texts.FindExact(version) is not null
        && texts.FindExact(earlier) is not null;
}
