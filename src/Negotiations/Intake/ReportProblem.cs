namespace Negotiations;

/// <summary>A rule that a report breaks.</summary>
/// <param name="Report">Identifier of the report in its version.</param>
/// <param name="Field">The field that does not fit, as a coded file names it.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record ReportProblem(string Report, string Field, string Message);
