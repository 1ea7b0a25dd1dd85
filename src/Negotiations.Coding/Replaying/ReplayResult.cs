namespace Negotiations.Coding;

/// <summary>What a replay did.</summary>
/// <param name="Steps">The files taken in.</param>
/// <param name="Differences">Where files say otherwise than the store; the replay was refused for them.</param>
public sealed record ReplayResult(IReadOnlyList<ReplayStep> Steps, IReadOnlyList<CodingDifference> Differences)
{
    /// <summary>What each article's file comes to; nothing where the replay was refused.</summary>
    public IReadOnlyList<RehearsedFile> Files { get; init; } = [];

    /// <summary>The files that were refused because somebody else had corrected what they change.</summary>
    public IReadOnlyList<ConflictingFile> Contended { get; init; } = [];

    /// <summary>
    /// Articles whose spans could not be checked, because the folder of texts that was given does not hold theirs.
    /// </summary>
    public IReadOnlyList<string> TextsNotHeld { get; init; } = [];

    /// <summary>
    /// Files of versions that are compared with a version that is neither in these files nor in the store.
    /// </summary>
    public IReadOnlyList<string> ComparedWithUnknown { get; init; } = [];

    /// <summary>
    /// Files of new versions that do not say what became of the reports before, although both texts are held.
    /// </summary>
    public IReadOnlyList<string> NotCompared { get; init; } = [];

    /// <summary>What is mostly a mistake in the files, though they can be taken in; by kind.</summary>
    public IReadOnlyList<LintWarning> Warnings { get; init; } = [];

    /// <summary>The files of which proposals were left out because nobody has decided them.</summary>
    public IReadOnlyList<UnreviewedFile> Unreviewed { get; init; } = [];
}

/// <summary>A file with proposals that nobody has decided.</summary>
/// <param name="File">The file.</param>
/// <param name="Proposals">How many.</param>
public sealed record UnreviewedFile(string File, int Proposals);
