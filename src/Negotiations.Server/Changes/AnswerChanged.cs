namespace Negotiations.Server;

/// <summary>
/// The answer of a negotiation has changed: <c>diff --clock recorded --from AFTER --to AT</c> says how.
/// </summary>
/// <remarks>It says where to look and nothing of what was reported: what is erased later is in no message.</remarks>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="After">The last position of the record before the change.</param>
/// <param name="At">The position of the record at which the change was complete.</param>
/// <param name="Facts">The number of facts that differ.</param>
public sealed record AnswerChanged(string Negotiation, long After, long At, int Facts);
