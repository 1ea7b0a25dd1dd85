namespace Negotiations;

/// <summary>A report, or a publisher's correction that was misread, is withdrawn whole.</summary>
/// <param name="Head">Of what, by whom, why.</param>
public sealed record ReportRetracted(CorrectionHead Head) : Correction(Head);
