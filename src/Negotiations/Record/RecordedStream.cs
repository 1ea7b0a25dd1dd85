namespace Negotiations;

/// <summary>A stream as it stands in a store.</summary>
/// <param name="Version"> The version that the store keeps of it, 0 where there is none. It can lie above the version
/// of the last event here, since a stream may have events that this program does not read.
/// </param>
/// <param name="Events">The events that can be read, in their order.</param>
public sealed record RecordedStream(long Version, IReadOnlyList<RecordedEvent> Events)
{
    /// <summary>
    /// Identifiers of the versions of an article that stand in its stream, in the order of their intake.
    /// </summary>
    public IReadOnlyList<string> ArticleVersions =>
        [
            .. Events
                .Select(recorded => recorded.Event)
                .OfType<ArticleVersionPublished>()
                .Where(version => !version.Erased)
                .Select(version => version.Version),
        ];
}
