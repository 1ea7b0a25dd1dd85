using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>
/// An edited file that says otherwise than corrections of which it does not know: two people edited the same thing.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Corrections">The corrections that came first.</param>
/// <param name="Written">These as they stand in a coded file, under <c>corrections:</c>; a file that has them builds on
/// them.</param>
/// <param name="Zone">The zone of the talks.</param>
public sealed record ConflictingFile(
    string File,
    IReadOnlyList<RecordedCorrection> Corrections,
    string Written,
    DateTimeZone Zone
)
{
    /// <summary>What is contended in a file; null where nothing is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="differences">Where the file says otherwise than the store.</param>
    internal static ConflictingFile? Find(string file, NegotiationLog log, IReadOnlyList<CodingDifference> differences)
    {
        var corrections = differences
            .Select(difference => difference.Contended)
            .OfType<RecordedCorrection>()
            .DistinctBy(correction => correction.EventId)
            .ToList();
        if (corrections.Count == 0)
            return null;
        var events = RedactedLog.From(log).Log.Events.ToDictionary(recorded => recorded.Id, recorded => recorded.Event);
        var written = corrections.Select(correction =>
        {
            var version = StoredCoding
                .Read(log, log.Events.First(recorded => recorded.Id == correction.Correction.Target))
                .Version;
            return (YamlNode)
                new CorrectionWriter(events, new ReportFieldWriter(version, log.Zone), log.Zone).Write(
                    (Correction)events[correction.EventId]
                );
        });
        return new(
            file,
            corrections,
            YamlText.Write(YamlText.Mapping(("corrections", YamlText.List([.. written])))).TrimEnd('\n'),
            log.Zone
        );
    }
}
