namespace Negotiations.Tests.Laws;

/// <summary>Answers a question from the events of a store, in the order of their positions.</summary>
internal delegate Answered AnswerFunction(IReadOnlyList<RecordedEvent> log, Question question);
