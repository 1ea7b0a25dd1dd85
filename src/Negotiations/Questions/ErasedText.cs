namespace Negotiations;

/// <summary>Words about erased events.</summary>
public static class ErasedText
{
    /// <summary>What an answer says of the events that were erased from its record; null where none was.</summary>
    public static string? Describe(int erased) =>
        erased switch
        {
            0 => null,
            1 => "1 event of this record was erased: what it said is in no answer any more, also in "
                + "none for an earlier position",
            _ => $"{erased} events of this record were erased: what they said is in no answer any more, "
                + "also in none for an earlier position",
        };

    /// <summary>
    /// Whether a short form is that of an erased event: its identifier is made from its name, which alone does not tell
    /// the name.
    /// </summary>
    internal static bool IsMeant(string text, RecordedEvent erased, IReadOnlyList<RecordedEvent> events)
    {
        var article = text.Split('#', '!', '@')[0];
        if (!erased.Stream.EndsWith($"/{article}", StringComparison.Ordinal))
            return false;
        if (text.Split('!') is [_, var correction])
            return EventId.ForCorrection(erased.Stream, correction) == erased.Id;
        var versions = events
            .Where(recorded => recorded.Stream == erased.Stream)
            .Select(recorded => recorded.Event)
            .OfType<ArticleVersionPublished>()
            .Where(version => !version.Erased)
            .Select(version => version.Version);
        if (text.Split('@', '#') is [_, var named, ..] && text.Contains('@'))
            versions = [named];
        return versions.Any(version =>
            text.Split('#') is [_, var report]
                ? EventId.ForReport(erased.Stream, version, report) == erased.Id
                : EventId.ForVersion(erased.Stream, version) == erased.Id
        );
    }
}
