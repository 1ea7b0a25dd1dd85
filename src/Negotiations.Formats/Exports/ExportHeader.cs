using NodaTime;

namespace Negotiations.Formats;

/// <summary>What every export says of itself.</summary>
/// <remarks>It has no time of making: the same question at the same position gives the same bytes.</remarks>
public sealed record ExportHeader
{
    /// <summary>Identifier of the negotiation.</summary>
    public required string Negotiation { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Identifier of the time zone of the talks in the tz database.</summary>
    public required string Zone { get; init; }

    /// <summary>The bound on the known clock, in the zone of the talks; null for none.</summary>
    public required string? KnownBy { get; init; }

    /// <summary>The bound on the happened clock, in the zone of the talks; null for none.</summary>
    public required string? HappenedBy { get; init; }

    /// <summary>The position of the record clock for which the export stands.</summary>
    public required long Position { get; init; }

    /// <summary>When that position was recorded, in the zone of the talks; null for position 0.</summary>
    public required string? RecordedAt { get; init; }

    /// <summary>
    /// The link of the hash chain at that position, in lower-case hexadecimal; null where it is not known.
    /// </summary>
    public required string? ChainHead { get; init; }

    /// <summary>The number of events whose content was erased.</summary>
    public required int Erased { get; init; }

    /// <summary>Name and version of the program.</summary>
    public required string Program { get; init; }

    /// <summary>Whether sentences of the articles stand in the export.</summary>
    public bool Quotes { get; init; }

    /// <summary>What the export says of the texts of the articles.</summary>
    public string Texts =>
        Quotes ? "quotes of the articles are included" : "the texts of the articles are not included";

    /// <summary>The header of an answer.</summary>
    public static ExportHeader From(Answer answer, string? chainHead, string program) =>
        new()
        {
            Negotiation = answer.Asked.Negotiation,
            Title = answer.Definition.Title,
            Zone = answer.Zone.Id,
            KnownBy = Format(answer.Asked.KnownBy, answer.Zone),
            HappenedBy = Format(answer.Asked.HappenedBy, answer.Zone),
            Position = answer.Settled.Position,
            RecordedAt = Format(answer.Settled.At, answer.Zone),
            ChainHead = chainHead,
            Erased = answer.Erased,
            Program = program,
        };

    /// <summary>The fields with their names, in order; what is null is left out.</summary>
    public IEnumerable<(string Name, object Value)> Fields
    {
        get
        {
            yield return ("negotiation", Negotiation);
            yield return ("title", Title);
            yield return ("zone", Zone);
            if (KnownBy is not null)
                yield return ("knownBy", KnownBy);
            if (HappenedBy is not null)
                yield return ("happenedBy", HappenedBy);
            yield return ("position", Position);
            if (RecordedAt is not null)
                yield return ("recordedAt", RecordedAt);
            if (ChainHead is not null)
                yield return ("chainHead", ChainHead);
            yield return ("erased", Erased);
            yield return ("program", Program);
            yield return ("texts", Texts);
        }
    }

    private static string? Format(Instant? time, DateTimeZone zone) =>
        time is { } value ? Bound.Format(value, zone) : null;
}
