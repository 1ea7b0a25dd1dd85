namespace Negotiations;

/// <summary>The coder's corrections in force that whoever edited a file does not say to have seen.</summary>
/// <remarks>
/// A file says what its author saw by its values and by its <c>corrections:</c> alone. So a correction was seen that
/// the file names, or that its author made.
/// </remarks>
/// <param name="log">The corrections of the article.</param>
/// <param name="coded">The coding.</param>
/// <param name="edits">How edits are taken in; null where they are not, and so contend with nothing.</param>
internal sealed class ConflictingCorrections(CorrectionLog log, CodedArticle coded, EditsAsCorrections? edits)
{
    private readonly HashSet<string> named = coded
        .Corrections.Select(correction => correction.Id)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The last correction of a field of a report; null where there is none, or it was seen.</summary>
    /// <param name="report">Identifier of the report's event.</param>
    /// <param name="field">The field that the file changes; the type stands for all details.</param>
    public RecordedCorrection? FindOnField(Guid report, string field) =>
        Unseen(
            log.CoderInForce(report)
                .LastOrDefault(correction =>
                    correction.Correction is ReportCorrected { Changes: var changes }
                    && changes.Select(change => change.Key).Any(changed => Affects(changed, field))
                )
        );

    /// <summary>
    /// The last correction of the time of publication of a version; null where there is none, or it was seen.
    /// </summary>
    /// <param name="version">Identifier of the version's event.</param>
    public RecordedCorrection? FindOnPublication(Guid version) =>
        Unseen(log.CoderInForce(version).LastOrDefault(correction => correction.Correction is PublicationCorrected));

    private RecordedCorrection? Unseen(RecordedCorrection? last) =>
        last is null
        || edits is null
        || named.Contains(last.Correction.Id)
        || (edits.Who is { } who && last.Correction.Who == who)
            ? null
            : last;

    // Another type changes all that is said; another actor, the side as well.
    private static bool Affects(string changed, string field) =>
        changed == field
        || field == CorrectionApplier.TypeField
        || CorrectionFields.FindPartners(field).Contains(changed);
}
