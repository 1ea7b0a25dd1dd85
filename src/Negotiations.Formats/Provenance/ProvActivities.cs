namespace Negotiations.Formats;

/// <summary>The activities: publishing, coding, correcting.</summary>
public static class ProvActivities
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ProvRecord> Of(ProvSource source) =>
        source.Versions.SelectMany(OfVersion).Concat(source.Corrections.Select(OfCorrection));

    private static IEnumerable<ProvRecord> OfVersion(ProvVersion version) =>
    [
        new(ProvNames.Publishing(version.Recorded.Id), ("prov:type", ProvValue.Name("neg:Publishing")), ("prov:endTime", ProvValue.Of(version.Version.Published.Time)), ("neg:basis", ProvValue.Of(Text.Of(version.Version.Published.Basis)))),
        new(ProvNames.Coding(version.Recorded.Id), ("prov:type", ProvValue.Name("neg:Coding"))),
    ];

    private static ProvRecord OfCorrection(RecordedCorrection correction) => new(
        ProvNames.Correcting(correction.EventId),
        ("prov:type", ProvValue.Name("neg:Correcting")),
        ("prov:endTime", ProvValue.Of(correction.Correction.Notice?.Published.Time ?? correction.Recorded.RecordedAt)));
}
