namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a spokesman counts beside his institution.</summary>
internal sealed class SpokesmenAsOrigins : PlainRules
{
    public override string? FindOrigin(Report report) =>
        report.Chain[0].SpeaksFor is null ? base.FindOrigin(report) : $"named {report.Chain[0].Name!.Id}";
}
