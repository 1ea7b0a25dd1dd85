namespace Negotiations;

/// <summary>A question as somebody puts it, with the bounds as text; null is no bound.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="KnownBy">A time (see <see cref="TimeText"/>).</param>
/// <param name="HappenedBy">A time.</param>
/// <param name="RecordedBy">A position on the record clock, or a time.</param>
public sealed record QuestionText(
    string Negotiation, string? KnownBy = null, string? HappenedBy = null, string? RecordedBy = null);
