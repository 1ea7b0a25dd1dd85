namespace Negotiations.Coding;

/// <summary>The coded file of a new version of an article, beside what is known of the versions before.</summary>
public static class VersionComparer
{
    /// <summary>Proposes what became of the reports of the version before.</summary>
    /// <param name="open">Opens the store; not called where the other files define the negotiation and have a version
    /// before.</param>
    /// <param name="path">The coded file of the new version, with or without reports.</param>
    /// <param name="others">Coded files that the store does not have: of the version before, of the
    /// negotiation.</param>
    /// <param name="texts">The texts of both versions.</param>
    /// <param name="with">Name of the version to compare with; null for the one that came out right before.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CodingException">A file cannot be read, says otherwise than the store, or lacks its text, or
    /// there is no such version.</exception>
    public static async Task<ProposedComparison> CompareAsync(
        Func<Task<IEventStore>> open,
        string path,
        IReadOnlyList<string> others,
        ArticleTextFolder texts,
        string? with,
        CancellationToken cancellationToken = default
    )
    {
        if (Directory.Exists(path))
            throw Refusal(path, "", "is a folder; name the coded file of the new version");
        var batch = await CodedFiles.ReadAsync(
            CodedFiles.Find([path, .. others]),
            StoredAsync,
            areDrafts: true,
            texts: texts,
            cancellationToken: cancellationToken
        );
        var file = batch.Articles.FirstOrDefault(article => Path.GetFullPath(article.File) == Path.GetFullPath(path))
            ?? throw Refusal(path, "", "is the file of a negotiation; name the coded file of the new version first");
        if (texts.Check(file).ToList() is { Count: > 0 } errors)
            throw new CodingException(errors);

        var log = await ReadLogAsync();
        var version = file.Article.Version;
        var old = with is null
            ? ProposedComparison.VersionBefore(log, version)
            : log.Timeline.Versions.FirstOrDefault(other =>
                other.Article == version.Article && other.Version == with && other.Version != version.Version
            );
        if (old is null)
            throw file.Refusal("article", NoOther(log, version, with));
        return ProposedComparison.Between(
            log,
            old,
            texts.FindExact(old)
                ?? throw file.Refusal(
                    "text",
                    $"the folder does not hold the text of {EventReference.Format(old)}, so there is "
                        + "nothing to compare with"
                ),
            file.Article,
            texts.FindExact(version) ?? throw file.Refusal("text", "the folder does not hold the text of this version")
        );

        async Task<NegotiationDefined?> StoredAsync(string negotiation) =>
            (await (await open()).ReadStreamAsync(StreamName.ForNegotiation(negotiation), cancellationToken))
                .Events.Select(recorded => recorded.Event)
                .OfType<NegotiationDefined>()
                .LastOrDefault(definition => !definition.Erased);

        async Task<NegotiationLog> ReadLogAsync()
        {
            var negotiation = file.Article.Version.Negotiation;
            var defined = batch.Definitions.FirstOrDefault(definition =>
                definition.Definition.Negotiation == negotiation
            );
            var files = batch
                .Articles.Where(article => article != file && article.Article.Version.Negotiation == negotiation)
                .ToList();
            var needsStore =
                defined is null || files.All(other => other.Article.Version.Article != file.Article.Version.Article);
            var log = needsStore
                ? await (await open()).ReadLogAsync(negotiation, recordedBy: null, cancellationToken)
                : new NegotiationLog(new(0, null), []);
            if (defined is not null)
            {
                var stream = StreamName.ForNegotiation(negotiation);
                log = log.With(stream, NegotiationIntake.Decide(log.FindStream(stream), defined.Definition).Append);
            }

            return files.Aggregate(log, With);
        }
    }

    private static NegotiationLog With(NegotiationLog log, CodedFile file)
    {
        var decision = ArticleIntake.Decide(log.FindStream(file.Article.Stream), file.Article);
        if (decision.Differences is [var difference, ..])
            throw file.Refusal("article", $"says otherwise than the store: {difference}");
        var (after, refused) = CorrectionRules.Add(log, decision);
        return refused is [var first, ..] ? throw file.Refusal("corrections", first.Refusal.Message) : after;
    }

    private static string NoOther(NegotiationLog log, ArticleVersionPublished version, string? with)
    {
        var others = log
            .Timeline.Versions.Where(other => other.Article == version.Article && other.Version != version.Version)
            .Select(other => other.Version)
            .ToList();
        return (
                with is null
                    ? $"nobody has an earlier version of '{version.Article}'"
                    : $"nobody has a version '{with}' of '{version.Article}'"
            )
            + (
                others.Count == 0
                    ? "; replay its coded file first, or name it after this one"
                    : $"; there are {string.Join(", ", others)}"
            );
    }

    private static CodingException Refusal(this CodedFile file, string field, string message) =>
        new([file.Error(field, message)]);

    private static CodingException Refusal(string path, string field, string message) =>
        new([new(path, 0, field, message)]);
}
