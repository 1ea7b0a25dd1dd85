using System.Globalization;
using NodaTime;

namespace Negotiations;

/// <summary>Reads questions as people put them.</summary>
public static class QuestionReader
{
    private const string RecordedBy = "recorded-by";
    private const string HappenedBy = "happened-by";

    /// <summary>The question that a text means in a store.</summary>
    /// <remarks>
    /// The bounds on the other clocks are read with the zone, rounds and reports at the bound on the record clock, so
    /// that nothing that is recorded later changes what they mean.
    /// </remarks>
    /// <exception cref="UnreadableBoundException">A bound is neither a time nor, where that is allowed, a
    /// position.</exception>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at the bound on the record
    /// clock.</exception>
    /// <exception cref="UnsettledException">The bound on the record clock lies in the future.</exception>
    /// <exception cref="LostPositionException">The bound on the record clock is a position with the proof of another
    /// record.</exception>
    public static async Task<Question> ReadQuestionAsync(
        this IEventStore store,
        QuestionText text,
        CancellationToken cancellationToken = default
    )
    {
        var recordedBy = await store.ReadRecordedByAsync(text, cancellationToken);
        if (text.KnownBy is null && text.HappenedBy is null)
            return new(text.Negotiation, RecordedBy: recordedBy);
        // Only a date without a year needs more than the zone.
        var log = new[] { text.KnownBy, text.HappenedBy }.OfType<string>().Any(TimeReader.LacksYear)
            ? await store.ReadLogAsync(text.Negotiation, recordedBy, cancellationToken)
            : await store.ReadDefinitionAsync(text.Negotiation, recordedBy, cancellationToken);
        return ReadQuestion(text, recordedBy, log);
    }

    /// <summary>
    /// The question that a text means in a store, with the log that answers it; both are of one moment of the store.
    /// </summary>
    /// <inheritdoc cref="ReadQuestionAsync"/>
    public static async Task<(Question Question, NegotiationLog Log)> ReadQuestionAndLogAsync(
        this IEventStore store,
        QuestionText text,
        CancellationToken cancellationToken = default
    )
    {
        var recordedBy = await store.ReadRecordedByAsync(text, cancellationToken);
        var log = await store.ReadLogAsync(text.Negotiation, recordedBy, cancellationToken);
        return (ReadQuestion(text, recordedBy, log), log);
    }

    private static async Task<RecordedBound?> ReadRecordedByAsync(
        this IEventStore store,
        QuestionText text,
        CancellationToken cancellationToken
    )
    {
        if (text.RecordedBy is not { } recorded)
            return null;
        if (
            long.TryParse(
                recorded.Trim(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var position
            )
        )
            return new RecordedBound.AtPosition(position);
        if (ProvenPosition.Find(recorded.Trim()) is { Proof: not null } proven)
        {
            await store.RequireAsync(proven, cancellationToken);
            return new RecordedBound.AtPosition(proven.Position);
        }

        var log = TimeReader.LacksYear(recorded)
            ? await store.ReadLogAsync(text.Negotiation, recordedBy: null, cancellationToken)
            : await store.ReadDefinitionAsync(text.Negotiation, recordedBy: null, cancellationToken);
        return new RecordedBound.AtTime(ReadBound(RecordedBy, recorded, text.Negotiation, log));
    }

    private static Question ReadQuestion(QuestionText text, RecordedBound? recordedBy, NegotiationLog log) =>
        new(
            text.Negotiation,
            text.KnownBy is null ? null : ReadBound("known-by", text.KnownBy, text.Negotiation, log),
            text.HappenedBy is null ? null : ReadBound(HappenedBy, text.HappenedBy, text.Negotiation, log),
            recordedBy
        );

    internal static Instant ReadBound(string bound, string time, string negotiation, NegotiationLog log)
    {
        if (log.Definition is null)
            throw new UnknownNegotiationException(negotiation, log.Settled.Position);
        try
        {
            return bound switch
            {
                // A definition that is recorded later must not change what a bound on the record clock means.
                RecordedBy => TimeReader.Read(time, log.FirstZone, YearInference.OnRecordedClock(log)),
                HappenedBy => TimeReader.Read(time, log.Zone, YearInference.OnHappenedClock(log)),
                _ => TimeReader.Read(time, log.Zone, YearInference.OnKnownClock(log)),
            };
        }
        catch (FormatException exception)
        {
            throw new UnreadableBoundException(bound, exception.Message);
        }
    }
}
