using NodaTime;

namespace Negotiations;

/// <summary>
/// The order of rounds in time: by when a round is, and where the negotiation's file does not say that, by when
/// something of it was last known.
/// </summary>
public sealed class RoundOrder
{
    private readonly Dictionary<string, LocalDate> days;

    /// <summary>Puts the rounds of an answer in order.</summary>
    public RoundOrder(Answer answer)
    {
        days = answer
            .Reports.SelectMany(visible =>
                (visible.Report.FurtherRounds ?? [])
                    .Prepend(visible.Report.Round)
                    .Select(round => (round, visible.KnownOn))
            )
            .GroupBy(known => known.round, StringComparer.Ordinal)
            .ToDictionary(round => round.Key, round => round.Max(known => known.KnownOn), StringComparer.Ordinal);
        days.Remove(Round.General);
        foreach (var round in answer.Definition.Rounds)
        {
            if ((round.When?.Bounds.Earliest ?? round.When?.Bounds.Latest) is { } day)
                days[round.Id] = day;
        }
    }

    /// <summary>The day by which a round is ordered; null where nothing is known of it.</summary>
    public LocalDate? FindDay(string round) => days.TryGetValue(round, out var day) ? day : null;

    /// <summary>
    /// The day by which something is ordered that became known on a day: what belongs to no round stands among what
    /// belongs to the last round before.
    /// </summary>
    public LocalDate FindDay(string round, LocalDate knownOn) =>
        FindDay(round) ?? days.Values.Where(day => day <= knownOn).DefaultIfEmpty(LocalDate.MinIsoValue).Max();
}
