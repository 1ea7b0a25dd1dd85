namespace Negotiations.Server;

/// <summary>
/// Take in further reports of a version of an article; those that are in the store and not in the file stay as they
/// are.
/// </summary>
/// <param name="Coded">A coded file of the version with the further reports, as it is handed in.</param>
public sealed record AppendReports(CodedText Coded);
