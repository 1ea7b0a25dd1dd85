namespace Negotiations;

/// <summary>What is recorded of one article, with the times of publication that count.</summary>
internal sealed class ArticleVersions
{
    private readonly Dictionary<string, ArticleVersionPublished> byName;
    private readonly HashSet<string> withLostCorrections;

    /// <summary>Puts the versions of an article together.</summary>
    /// <param name="events">Its versions and reports, of which none is erased, in the order of the log.</param>
    /// <param name="corrections">The corrections of the negotiation.</param>
    public ArticleVersions(IReadOnlyList<RecordedEvent> events, CorrectionLog corrections)
    {
        Events = events;
        var versions = events.Where(recorded => recorded.Event is ArticleVersionPublished).ToList();
        All =
        [
            .. versions
                .Select(recorded => (recorded.Id, Version: (ArticleVersionPublished)recorded.Event))
                .Select(coded =>
                    coded.Version with
                    {
                        Published = corrections.ResolvePublication(coded.Id, coded.Version.Published),
                    }
                ),
        ];
        byName = All.ToDictionary(version => version.Version, StringComparer.Ordinal);
        withLostCorrections =
        [
            .. versions
                .Where(recorded => corrections.HasLost(recorded.Id))
                .Select(recorded => ((ArticleVersionPublished)recorded.Event).Version),
        ];
    }

    /// <summary>The versions and reports as they are recorded.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; }

    /// <summary>The versions, in the order of the log.</summary>
    public IReadOnlyList<ArticleVersionPublished> All { get; }

    public ArticleVersionPublished? Find(string version) => byName.GetValueOrDefault(version);

    /// <summary>Whether a correction that bore on a version was erased.</summary>
    public bool HasLostCorrection(string version) => withLostCorrections.Contains(version);
}
