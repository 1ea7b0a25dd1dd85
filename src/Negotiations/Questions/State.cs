using NodaTime;

namespace Negotiations;

/// <summary>The state of a negotiation for a question: what is shown of an answer, without its reports.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Definition">The negotiation's own file at the position of the answer.</param>
/// <param name="Zone">The zone of the talks.</param>
/// <param name="Answered">What the answer stands on.</param>
/// <param name="Facts">The facts, ordered by key.</param>
public sealed record State(
    Question Asked,
    NegotiationDefined Definition,
    DateTimeZone Zone,
    Answered Answered,
    IReadOnlyList<FactState> Facts
);
