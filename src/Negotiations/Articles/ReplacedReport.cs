namespace Negotiations;

/// <summary>A report of an earlier version in whose place a report of a later version stands.</summary>
/// <param name="New">Identifier of the report in the later version.</param>
/// <param name="Old">Identifier of the report in the earlier version.</param>
public sealed record ReplacedReport(string New, string Old);
