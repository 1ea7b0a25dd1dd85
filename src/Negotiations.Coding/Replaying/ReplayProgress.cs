namespace Negotiations.Coding;

/// <summary>How far a replay has come before anything is appended.</summary>
/// <param name="Phase">What is done with the file.</param>
/// <param name="File">The file.</param>
/// <param name="Number">Which file it is in this phase, counted from 1.</param>
/// <param name="Total">Number of files.</param>
public sealed record ReplayProgress(ReplayPhase Phase, string File, int Number, int Total);

/// <summary>What a replay does with every file before anything is appended.</summary>
public enum ReplayPhase
{
    /// <summary>It is read.</summary>
    Reading,

    /// <summary>What it comes to is decided and checked.</summary>
    Checking,
}
