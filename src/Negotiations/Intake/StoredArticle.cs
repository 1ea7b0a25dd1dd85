namespace Negotiations;

/// <summary>What an article's stream holds of one version of the article.</summary>
internal sealed class StoredArticle
{
    private readonly HashSet<string> correctionIds;

    public StoredArticle(IReadOnlyList<RecordedEvent> stream, string version)
    {
        Log = new CorrectionLog(stream);
        Version = stream
            .Select(recorded => recorded.Event)
            .OfType<ArticleVersionPublished>()
            .FirstOrDefault(stored => stored.Version == version);
        Reports = stream
            .Where(recorded => recorded.Event is Report report && report.Version == version)
            .ToDictionary(recorded => ((Report)recorded.Event).Id, StringComparer.Ordinal);
        Corrections = Log.All.ToDictionary(
            correction => correction.Correction.Id,
            correction => correction.Correction,
            StringComparer.Ordinal
        );
        correctionIds = [.. Corrections.Keys];
    }

    /// <summary>The corrections of the article, of all its versions.</summary>
    public CorrectionLog Log { get; }

    /// <summary>The version; null where the stream does not have it.</summary>
    public ArticleVersionPublished? Version { get; }

    /// <summary>The reports of the version, by identifier.</summary>
    public IReadOnlyDictionary<string, RecordedEvent> Reports { get; }

    /// <summary>The corrections, by identifier.</summary>
    public IReadOnlyDictionary<string, Correction> Corrections { get; }

    /// <summary>
    /// A coder's correction at the end of the chain of its target, with an identifier that is still free.
    /// </summary>
    public NewEvent NewCorrection(
        Guid target,
        string name,
        EditsAsCorrections edits,
        Func<CorrectionHead, Correction> create
    )
    {
        var chain = Log.CoderChain(target);
        var stream = StreamName.ForArticle(Version!.Negotiation, Version.Article);
        var id = FreeCorrectionId.Find(name, chain.Count, taken =>
            correctionIds.Contains(taken) || Log.IsErased(EventId.ForCorrection(stream, taken))
        );
        correctionIds.Add(id);
        var correction = create(
            new CorrectionHead
            {
                Negotiation = Version.Negotiation,
                Article = Version.Article,
                Id = id,
                By = CorrectionBy.Coder,
                Who = edits.Who,
                Reason = edits.Reason,
                Target = target,
                On = chain.Count > 0 ? chain[^1].EventId : null,
            }
        );
        return new(EventId.ForCorrection(stream, correction.Id), correction);
    }
}
