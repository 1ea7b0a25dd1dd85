using NodaTime;

namespace Negotiations.Store;

/// <summary>Checks the answers that a store gives against its streams.</summary>
public static class StoreVerification
{
    // An answer follows from its events alone, and these are all compared. So a few answers show whether the store
    // gives those of its events; more than a few of a long negotiation would take hours.
    private const int MostTimes = 4;
    private const int MostTimesOfDifferences = 8;

    /// <summary>
    /// Reads every stream of a negotiation, puts the log together from them, and compares with what the store has:
    /// event by event; then the answer now, and answers at the first and the last time at which something became known
    /// and between them. Where events differ, answers at the times at which these could be known are compared as well.
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
        var stored = new NegotiationLog(
            settled,
            await store.ReadNegotiationAsync(negotiation, settled.Position, cancellationToken)
        );
        var faults = FaultsOfEvents(stored.Events, rebuilt.Events).ToList();
        var question = new Question(negotiation, RecordedBy: new RecordedBound.AtPosition(settled.Position));
        var times = ChooseTimes(stored, rebuilt, faults.Select(fault => fault.Where).ToHashSet());
        foreach (var knownBy in times.Select(time => (Instant?)time).Append(null))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asked = question with { KnownBy = knownBy };
            var expected = Answer.To(asked, rebuilt);
            faults.AddRange(FaultsOf(knownBy, Answer.To(asked, stored), expected));
            // As anybody who asks is answered, also from facts that are kept ready.
            var (now, state) = (
                AnswerJson.Write(await store.ReadStateAsync(asked, cancellationToken: cancellationToken)),
                AnswerJson.Write(expected)
            );
            if (now != state)
                faults.Add(new(knownBy, "the state", now, state));
        }

        if (store is IFactStore kept)
            faults.AddRange(
                (await kept.CheckFactsAsync(negotiation, cancellationToken) ?? []).Select(
                    fault => new VerificationFault(
                        null,
                        $"{fault.Where} as it is kept ready, in {fault.Answers}",
                        fault.Kept,
                        fault.Expected
                    )
                )
            );
        return new(negotiation, settled, times.Count + 1, faults);
    }

    private static IReadOnlyList<Instant> ChooseTimes(
        NegotiationLog stored,
        NegotiationLog rebuilt,
        IReadOnlySet<string> different
    )
    {
        var all = stored.TimesKnown.Union(rebuilt.TimesKnown).Order().ToList();
        var ofDifferences = ReportHistory.ListTimes(
            stored
                .Timeline.Reports.Concat(rebuilt.Timeline.Reports)
                .Where(report => different.Contains(DescribePlace(report.Recorded.Position))),
            knownBy: null
        );
        return [.. Spread(all, MostTimes).Union(Spread([.. ofDifferences], MostTimesOfDifferences)).Order()];
    }

    private static IEnumerable<Instant> Spread(IReadOnlyList<Instant> times, int most) =>
        times.Count <= most
            ? times
            : Enumerable.Range(0, most).Select(number => times[number * (times.Count - 1) / (most - 1)]);

    private static string DescribePlace(long position) => $"position {position}";

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
                DescribePlace(position),
                first.GetValueOrDefault(position),
                second.GetValueOrDefault(position)
            ))
            .Where(fault => fault.Stored != fault.Rebuilt);
    }

    private static string Describe(RecordedEvent recorded) =>
        $"version {recorded.Version} of '{recorded.Stream}', event {recorded.Id}, "
        + $"{EventTypes.GetStoredName(recorded.Event.GetType())} {EventJson.Write(recorded.Event)}";

    private static IEnumerable<VerificationFault> FaultsOf(Instant? knownBy, Answer stored, Answer rebuilt)
    {
        foreach (var change in FactDifferences.Between(stored.Facts, rebuilt.Facts))
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
