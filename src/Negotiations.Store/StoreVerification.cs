using NodaTime;

namespace Negotiations.Store;

/// <summary>Checks the answers that a store gives against its streams.</summary>
public static class StoreVerification
{
    /// <summary>
    /// Reads every stream of a negotiation, puts the log together from them, and compares what it answers with what the
    /// store answers: at every time at which something became known, and without a bound.
    /// </summary>
    public static async Task<Verification> VerifyAsync(
        IEventStore store,
        string negotiation,
        CancellationToken cancellationToken = default
    )
    {
        var settled = await store.ReadPositionAsync(cancellationToken);
        var rebuilt = new NegotiationLog(
            settled,
            await ReadStreamsAsync(store, negotiation, settled.Position, cancellationToken)
        );
        var stored = await store.ReadNegotiationAsync(negotiation, settled.Position, cancellationToken);
        var faults = FaultsOfEvents(stored, rebuilt.Events).ToList();
        var bounds = rebuilt.TimesKnown.Cast<Instant?>().Append(null).ToList();
        foreach (var knownBy in bounds)
        {
            var question = new Question(
                negotiation,
                knownBy,
                RecordedBy: new RecordedBound.AtPosition(settled.Position)
            );
            faults.AddRange(
                FaultsOf(knownBy, await store.AnswerAsync(question, cancellationToken), Answer.To(question, rebuilt))
            );
        }

        return new(negotiation, settled, bounds.Count, faults);
    }

    private static async Task<IReadOnlyList<RecordedEvent>> ReadStreamsAsync(
        IEventStore store,
        string negotiation,
        long position,
        CancellationToken cancellationToken
    )
    {
        var events = new List<RecordedEvent>();
        foreach (var stream in await store.ReadStreamNamesAsync(negotiation, cancellationToken))
            events.AddRange(
                (await store.ReadStreamAsync(stream, cancellationToken)).Events.Where(recorded =>
                    recorded.Position <= position
                )
            );
        return [.. events.OrderBy(recorded => recorded.Position)];
    }

    private static IEnumerable<VerificationFault> FaultsOfEvents(
        IReadOnlyList<RecordedEvent> stored,
        IReadOnlyList<RecordedEvent> rebuilt
    )
    {
        var first = stored.ToDictionary(recorded => recorded.Position, Describe);
        var second = rebuilt.ToDictionary(recorded => recorded.Position, Describe);
        return first
            .Keys.Union(second.Keys)
            .Order()
            .Select(position => new VerificationFault(
                null,
                $"position {position}",
                first.GetValueOrDefault(position),
                second.GetValueOrDefault(position)
            ))
            .Where(fault => fault.Stored != fault.Rebuilt);
    }

    private static string Describe(RecordedEvent recorded) =>
        $"version {recorded.Version} of '{recorded.Stream}', event {recorded.Id}, {EventTypes.GetStoredName(recorded.Event.GetType())} {EventJson.Write(recorded.Event)}";

    private static IEnumerable<VerificationFault> FaultsOf(Instant? knownBy, Answer stored, Answer rebuilt)
    {
        foreach (var change in AnswerDifference.Between(stored.Facts, rebuilt.Facts))
            yield return new(
                knownBy,
                change.Key,
                Describe(change.Before, stored.Zone),
                Describe(change.After, rebuilt.Zone)
            );
        var (first, second) = (
            AnswerJson.Write(writer => WriteAnswered(writer, stored)),
            AnswerJson.Write(writer => WriteAnswered(writer, rebuilt))
        );
        if (first != second)
            yield return new(knownBy, "answered", first, second);
    }

    private static string? Describe(Fact? fact, DateTimeZone zone) =>
        fact is null ? null : AnswerJson.Write(writer => AnswerJson.WriteFact(writer, fact, zone));

    private static void WriteAnswered(System.Text.Json.Utf8JsonWriter writer, Answer answer)
    {
        writer.WriteStartObject();
        AnswerJson.WriteAnswered(writer, answer);
        writer.WriteEndObject();
    }
}
