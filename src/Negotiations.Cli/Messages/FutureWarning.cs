using NodaTime;

namespace Negotiations.Cli.Messages;

/// <summary>Warns of a publication that is said to come out only after it was recorded.</summary>
internal static class FutureWarning
{
    // A day is over later elsewhere on earth.
    private static readonly Duration Tolerance = Duration.FromDays(1);

    /// <summary>The warnings for events that are taken in.</summary>
    /// <param name="events">The events.</param>
    /// <param name="definition">The negotiation.</param>
    /// <param name="now">The time at which they are taken in.</param>
    /// <param name="zone">The zone of the talks.</param>
    /// <remarks>Talks whose rounds all lie ahead are invented or rehearsed, and their publications with them.</remarks>
    public static IEnumerable<string> Find(
        IEnumerable<DomainEvent> events,
        NegotiationDefined definition,
        Instant now,
        DateTimeZone zone
    )
    {
        var rounds = definition.Rounds.Select(round => round.When?.Bounds.Earliest).OfType<LocalDate>().ToList();
        if (rounds.Count > 0 && rounds.TrueForAll(day => day > now.InZone(zone).Date))
            yield break;
        foreach (var @event in events)
        {
            if (FindTime(@event) is { } time && time > now + Tolerance)
                yield return $"negotiations: warning: {EventReference.Format(@event)}: the time of "
                    + $"{(@event is Correction { Notice: not null } ? "the notice" : "publication")}, "
                    + $"{DateWords.Describe(time, zone)}, lies in the future";
        }
    }

    private static Instant? FindTime(DomainEvent @event) =>
        @event switch
        {
            ArticleVersionPublished version => version.Published.Time,
            PublicationCorrected corrected => corrected.Published.Time,
            Correction correction => correction.Notice?.Published.Time,
            _ => null,
        };
}
