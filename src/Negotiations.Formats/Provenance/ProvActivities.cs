namespace Negotiations.Formats;

/// <summary>The activities: publishing, coding, correcting.</summary>
public static class ProvActivities
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ProvRecord> Collect(ProvSource source) =>
        source.Versions.SelectMany(ForVersion).Concat(source.Corrections.Select(ForCorrection));

    private static IEnumerable<ProvRecord> ForVersion(ProvVersion version) =>
        [
            new(
                ProvNames.Publishing(version.Recorded.Id),
                ("prov:type", ProvValue.Name("neg:Publishing")),
                ("prov:endTime", ProvValue.From(version.Version.Published.Time)),
                ("neg:basis", ProvValue.From(EnumText.Format(version.Version.Published.Basis)))
            ),
            new(ProvNames.Coding(version.Recorded.Id), ("prov:type", ProvValue.Name("neg:Coding"))),
        ];

    private static ProvRecord ForCorrection(RecordedCorrection correction) =>
        new(
            ProvNames.Correcting(correction.EventId),
            ("prov:type", ProvValue.Name("neg:Correcting")),
            (
                "prov:endTime",
                ProvValue.From(correction.Correction.Notice?.Published.Time ?? correction.Recorded.RecordedAt)
            )
        );
}
