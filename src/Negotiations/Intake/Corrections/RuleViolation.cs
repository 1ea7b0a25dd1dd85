namespace Negotiations;

/// <summary>A rule that a corrected report breaks.</summary>
/// <param name="Report">Identifier of the report's event.</param>
/// <param name="Version">Identifier of the event of its version.</param>
/// <param name="Problem">The rule.</param>
internal sealed record RuleViolation(Guid Report, Guid Version, ReportProblem Problem)
{
    /// <summary>Why a correction is refused that leads to it.</summary>
    public CorrectionRefusal Refusal =>
        new(
            $"the corrected report '{Problem.Report}' would not hold together: {Problem.Field}: {Problem.Message}",
            Field: Problem.Field
        );

    /// <summary>The last of some corrections that bears on the report, or else on its version.</summary>
    public Correction CauseAmong(IReadOnlyList<Correction> corrections, NegotiationLog log)
    {
        var targets = corrections
            .Select(correction => (Correction: correction, Target: log.Timeline.Corrections.ResolveTarget(correction)))
            .ToList();
        return (
            targets.LastOrDefault(cause => cause.Target == Report).Correction
            ?? targets.LastOrDefault(cause => cause.Target == Version).Correction
        ) ?? corrections[^1];
    }
}
