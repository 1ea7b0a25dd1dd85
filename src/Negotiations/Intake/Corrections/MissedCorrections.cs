namespace Negotiations;

/// <summary>
/// The coder's corrections that a coded file does not know: it has what they correct as it was before.
/// </summary>
/// <remarks>Such a file takes nothing back. Somebody who means it to has to be told.</remarks>
public static class MissedCorrections
{
    /// <summary>The corrections in force, in the order in which they build on each other.</summary>
    /// <param name="stream">The article's stream as it stands.</param>
    /// <param name="coded">The coding.</param>
    public static IReadOnlyList<RecordedCorrection> Find(RecordedStream stream, CodedArticle coded)
    {
        var stored = new StoredArticle(stream.Events, coded.Version.Version);
        if (stored.Version is null || stored.Log.All.Count == 0)
            return [];
        var named = coded.Corrections.Select(correction => correction.Id).ToHashSet(StringComparer.Ordinal);
        var version = EventId.ForVersion(coded.Stream, coded.Version.Version);
        var ofVersion =
            stored.Log.ResolvePublication(version, stored.Version.Published) == coded.Version.Published
                ? []
                : stored.Log.CoderInForce(version).Where(correction => correction.Correction is PublicationCorrected);
        return
        [
            .. coded
                .Reports.Where(report => stored.Reports.ContainsKey(report.Id))
                .SelectMany(report => FindOnReport(stored, stored.Reports[report.Id], report))
                .Concat(ofVersion)
                .Where(correction => !named.Contains(correction.Correction.Id)),
        ];
    }

    /// <summary>
    /// The corrections in force of reports that are gone from the file: whoever retracts these retracts what others
    /// have corrected.
    /// </summary>
    /// <param name="stream">The article's stream as it stands.</param>
    /// <param name="coded">The coding.</param>
    public static IReadOnlyList<RecordedCorrection> FindOnGone(RecordedStream stream, CodedArticle coded)
    {
        var stored = new StoredArticle(stream.Events, coded.Version.Version);
        var there = coded.Reports.Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. stored
                .Reports.Where(report => !there.Contains(report.Key) && !stored.Log.IsWithdrawnByCoder(report.Value.Id))
                .SelectMany(report => stored.Log.CoderInForce(report.Value.Id)),
        ];
    }

    private static IEnumerable<RecordedCorrection> FindOnReport(
        StoredArticle stored,
        RecordedEvent recorded,
        Report coded
    )
    {
        var isCurrent = !EventDiff.Between(CorrectionApplier.CodedAs(recorded, stored.Log), coded, "").Any();
        // Whatever else it says is told as a difference.
        if (!isCurrent && EventDiff.Between((Report)recorded.Event, coded, "").Any())
            return [];
        return stored
            .Log.CoderInForce(recorded.Id)
            .Where(correction => correction.Correction is ReportRetracted || !isCurrent);
    }
}
