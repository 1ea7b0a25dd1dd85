namespace Negotiations.Coding;

/// <summary>A file that a replay has taken in.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">Identifier of the article or the negotiation.</param>
/// <param name="Appended">Number of events appended; 0 when all were in the store already.</param>
/// <param name="Number">Which file it was, counted from 1.</param>
/// <param name="Total">Number of files.</param>
public sealed record ReplayStep(string File, string Name, int Appended, int Number, int Total);
