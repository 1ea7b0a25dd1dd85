namespace Negotiations.Assistant.Patterns;

/// <summary>A part of a pattern as it is written.</summary>
internal abstract record PatternNode;

/// <summary>One of some words.</summary>
internal sealed record WordsNode(IReadOnlyList<string> Words) : PatternNode;

/// <summary>A name, a place, a date or a number that a pattern asks for.</summary>
internal sealed record SlotNode(string Name) : PatternNode;

/// <summary>A noun phrase with one of some words as its head.</summary>
internal sealed record NounNode(PatternNode Head) : PatternNode;

/// <summary>Any words, as few as possible, within the clause.</summary>
internal sealed record GapNode(int Most) : PatternNode;

/// <summary>Parts that follow each other.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>One of several.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Choices) : PatternNode;

/// <summary>What may be there or not.</summary>
internal sealed record OptionalNode(PatternNode Part) : PatternNode;
