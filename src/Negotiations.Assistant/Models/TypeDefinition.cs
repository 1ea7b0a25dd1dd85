namespace Negotiations.Assistant;

/// <summary>A type of the catalogue, as somebody is told of it who is to choose one.</summary>
/// <param name="Name">Its name, or one that stands for it.</param>
/// <param name="Definition">What it means, with what belongs to it and what does not.</param>
public sealed record TypeDefinition(string Name, string Definition);
