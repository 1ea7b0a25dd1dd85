using System.Globalization;
using NodaTime;

namespace Negotiations;

/// <summary>Reads questions as people put them.</summary>
public static class QuestionReader
{
    private const string RecordedBy = "recorded-by";

    /// <summary>The question that a text means in a store.</summary>
    /// <remarks>
    /// The bounds on the other clocks are read with the zone, rounds and reports at the bound on the record clock, so
    /// that
    /// nothing that is recorded later changes what they mean.
    /// </remarks>
    /// <exception cref="UnreadableBoundException">A bound is neither a time nor, where that is allowed, a
    /// position.</exception>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at the bound on the record
    /// clock.</exception>
    /// <exception cref="UnsettledException">The bound on the record clock lies in the future.</exception>
    public static async Task<Question> ReadQuestionAsync(
        this IEventStore store,
        QuestionText text,
        CancellationToken cancellationToken = default
    )
    {
        var recordedBy = text.RecordedBy switch
        {
            null => (RecordedBound?)null,
            var recorded
                when long.TryParse(
                    recorded.Trim(),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var position
                ) => new RecordedBound.AtPosition(position),
            var recorded => new RecordedBound.AtTime(await ReadBoundAsync(RecordedBy, recorded, null)),
        };
        return new(
            text.Negotiation,
            text.KnownBy is null ? null : await ReadBoundAsync("known-by", text.KnownBy, recordedBy),
            text.HappenedBy is null ? null : await ReadBoundAsync("happened-by", text.HappenedBy, recordedBy),
            recordedBy
        );

        async Task<Instant> ReadBoundAsync(string bound, string time, RecordedBound? position)
        {
            // Only a date without a year needs more than the zone.
            var log = TimeText.LacksYear(time)
                ? await store.ReadLogAsync(text.Negotiation, position, cancellationToken)
                : await store.ReadDefinitionAsync(text.Negotiation, position, cancellationToken);
            if (log.Definition is null)
                throw new UnknownNegotiationException(text.Negotiation, log.Settled.Position);
            try
            {
                // A definition that is recorded later must not change what a bound on the record clock means.
                return TimeText.Read(time, bound == RecordedBy ? log.FirstZone : log.Zone, month =>
                    YearInference.FindYears(month, log)
                );
            }
            catch (FormatException exception)
            {
                throw new UnreadableBoundException(bound, exception.Message);
            }
        }
    }
}
