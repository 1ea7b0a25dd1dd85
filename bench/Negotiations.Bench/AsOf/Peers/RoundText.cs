using System.Buffers;
using System.Text;
using System.Text.Json;
using Negotiations.Formats;
using NodaTime;

namespace Negotiations.Bench;

/// <summary>The facts of one round as the JSON that other programs read: what the ceilings have to carry.</summary>
/// <param name="Facts">A text for each fact.</param>
/// <param name="Events">The number of events from which they follow.</param>
/// <param name="BytesOfEvent">How long the JSON of an event is on average.</param>
public sealed record RoundText(IReadOnlyList<string> Facts, int Events, int BytesOfEvent)
{
    private const int Reports = 1_500;

    /// <summary>All of them as one array.</summary>
    public string Whole { get; } = $"[{string.Join(',', Facts)}]";

    /// <summary>Folds a round of ordinary size.</summary>
    public static RoundText Draw(int seed)
    {
        var corpus = new Corpus(new(Reports, seed));
        var events = Arrival.Record(corpus.DrawArrivals());
        var answer = Answer.To(new(corpus.Largest.Id), new(new(events.Count, default(Instant)), events));
        return new(
            [.. answer.Facts.Select(fact => Write(fact, answer.Zone))],
            events.Count,
            (int)events.Skip(1).Average(recorded => EventJson.Write(recorded.Event).Length)
        );
    }

    private static string Write(Fact fact, DateTimeZone zone)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            AnswerJson.WriteFact(writer, fact, zone);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

/// <summary>A fact as a program that reads the JSON takes it.</summary>
internal sealed record FactText(
    string Key,
    JsonElement Value,
    string Standing,
    string Modality,
    string? Happened,
    string HappenedPrecision,
    string KnownFrom,
    string Since,
    IReadOnlyList<Guid> Because,
    IReadOnlyList<Guid> DatedBy,
    IReadOnlyList<Guid> Against,
    IReadOnlyDictionary<string, Guid> DetailFrom,
    int Origins,
    int Carriers,
    bool Disputed,
    IReadOnlyList<string> Assumes,
    IReadOnlyList<string> Flags
);
