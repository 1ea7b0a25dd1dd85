using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A store in memory that keeps events as JSON, as a real one does, and takes no identifier twice.</summary>
internal sealed class SimulatedStore(CodingIntake takingIn)
{
    private readonly List<RecordedEvent> log = [];

    public IReadOnlyList<RecordedEvent> Log => log;

    public IntakeDecision Take(CodedArticle coded) => Append(takingIn.Decide(Read(coded.Stream), coded));

    public IntakeDecision Take(NegotiationDefined definition) =>
        Append(takingIn.Decide(Read(StreamName.ForNegotiation(definition.Negotiation)), definition));

    private List<RecordedEvent> Read(string stream) => [.. log.Where(recorded => recorded.Stream == stream)];

    private IntakeDecision Append(IntakeDecision decision)
    {
        var version = log.Count(recorded => recorded.Stream == decision.Stream);
        if (decision.ExpectedVersion != version)
            throw new ConcurrencyException(decision.Stream, decision.ExpectedVersion);
        foreach (var added in decision.Append)
        {
            if (log.Any(recorded => recorded.Id == added.Id))
                throw new InvalidOperationException($"{added.Id} is in the store already");
            log.Add(
                new(
                    log.Count + 1,
                    Instant.FromUnixTimeSeconds(log.Count),
                    added.Id,
                    decision.Stream,
                    ++version,
                    Again(added.Event)
                )
            );
        }

        return decision;
    }

    private static DomainEvent Again(DomainEvent @event) =>
        EventJson.Read(EventTypes.GetStoredName(@event.GetType()), EventJson.Write(@event));
}
