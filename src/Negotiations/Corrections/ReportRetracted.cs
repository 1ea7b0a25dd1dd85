namespace Negotiations;

/// <summary>A report, or a publisher's correction that was misread, is withdrawn whole.</summary>
public sealed record ReportRetracted : Correction;
