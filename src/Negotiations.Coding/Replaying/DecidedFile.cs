namespace Negotiations.Coding;

/// <summary>A coded file with what was decided of it, before anything was appended.</summary>
/// <param name="File">The file.</param>
/// <param name="Decision">The decision.</param>
/// <param name="GivesOrder">Whether it depends on all articles of the negotiation.</param>
internal sealed record DecidedFile(CodedFile File, IntakeDecision Decision, bool GivesOrder);
