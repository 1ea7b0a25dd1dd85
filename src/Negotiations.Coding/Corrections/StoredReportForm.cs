namespace Negotiations.Coding;

/// <summary>A report that is recorded, as the fields of a form (<see cref="ReportForm"/>).</summary>
public static class StoredReportForm
{
    /// <summary>The fields that have a value, as the coder's corrections leave them; places are positions.</summary>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="target">The report.</param>
    public static IReadOnlyDictionary<string, string> Read(NegotiationLog log, RecordedEvent target)
    {
        var report = CorrectionApplier.CodedAs(target, log.Timeline.Corrections);
        var fields = new ReportFieldWriter(StoredCoding.Read(log, target).Version, log.Zone);
        var node = new ReportWriter(fields, new SharedFields([]), covers: null).Write(
            report,
            EventYaml.Serialize(report)
        );
        return ReportForm.Read(node);
    }
}
