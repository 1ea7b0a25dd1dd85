namespace Negotiations.Tests.Laws;

/// <summary>Says how answers break a law in a trial, or null where they keep it.</summary>
internal delegate string? Law(Trial trial, AnswerFunction answering);
