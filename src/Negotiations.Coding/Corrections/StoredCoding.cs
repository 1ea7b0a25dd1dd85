namespace Negotiations.Coding;

/// <summary>The coding of an article version as the store has it.</summary>
internal static class StoredCoding
{
    /// <summary>
    /// The version to which an event belongs, with its reports as the coder's corrections leave them.
    /// </summary>
    public static CodedArticle Read(NegotiationLog log, RecordedEvent target)
    {
        var stream = log.FindStream(target.Stream).Events.Where(recorded => !recorded.Event.Erased).ToList();
        var name = FindVersion(stream, target);
        return new CodedArticle(
            stream
                .Select(recorded => recorded.Event)
                .OfType<ArticleVersionPublished>()
                .First(version => version.Version == name),
            [
                .. stream
                    .Where(recorded => recorded.Event is Report report && report.Version == name)
                    .Select(recorded => CorrectionApplier.CodedAs(recorded, log.Timeline.Corrections)),
            ]
        )
        {
            Corrections = [.. stream.Select(recorded => recorded.Event).OfType<Correction>()],
        };
    }

    // What is corrected in the end is a report or a version; no event is corrected before it is recorded.
    private static string FindVersion(IReadOnlyList<RecordedEvent> stream, RecordedEvent target) =>
        target.Event switch
        {
            Report report => report.Version,
            ArticleVersionPublished version => version.Version,
            Correction correction
                when stream.FirstOrDefault(recorded => recorded.Id == correction.Target && recorded.Id != target.Id)
                    is { } corrected => FindVersion(stream, corrected),
            _ => stream.Select(recorded => recorded.Event).OfType<ArticleVersionPublished>().Last().Version,
        };
}
