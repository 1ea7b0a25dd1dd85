namespace Negotiations.Store;

/// <summary>What is known of a negotiation now, computed ahead of the question.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Position">The place on the record clock for which it stands.</param>
/// <param name="Zone">Identifier of the time zone of the talks in the tz database.</param>
/// <param name="Json">The answer without bounds at that position (<see cref="AnswerJson"/>), as text: a column of JSON
/// would order its properties anew.</param>
public sealed record CurrentAnswer(string Negotiation, long Position, string Zone, string Json);
