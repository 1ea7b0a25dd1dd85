using NodaTime;

namespace Negotiations.Bench;

/// <summary>An act of an invented negotiation, as it really happened.</summary>
/// <param name="Number">Its place in the order in which the acts happened.</param>
/// <param name="Day">The day on which it happened.</param>
/// <param name="Content">What a report of it says beside date, source and place: the rest is filled in by each
/// article.</param>
public sealed record InventedAct(int Number, LocalDate Day, Report Content);
