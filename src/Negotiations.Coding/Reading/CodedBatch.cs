namespace Negotiations.Coding;

/// <summary>Coded files that were read together.</summary>
/// <param name="Definitions">The negotiations that they define.</param>
/// <param name="Articles">The articles, in the order of their publication, but each after those that it is linked
/// with.</param>
public sealed record CodedBatch(IReadOnlyList<CodedDefinition> Definitions, IReadOnlyList<CodedFile> Articles);
