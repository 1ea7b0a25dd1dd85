using NodaTime;

namespace Negotiations;

/// <summary>What a fact is at a point of the clocks: all that an answer shows of it, so it can be stored.</summary>
public record FactState
{
    /// <summary>Key of the fact: round, subject and further segments.</summary>
    public required string Key { get; init; }

    /// <summary>The value.</summary>
    public required FactValue Value { get; init; }

    /// <summary>The strongest standing of the reports behind the value.</summary>
    public required Standing Standing { get; init; }

    /// <summary>What the source of the deciding report commits itself to.</summary>
    public required Modality Modality { get; init; }

    /// <summary>When the deciding act took place.</summary>
    public required Edtf Happened { get; init; }

    /// <summary>When the deciding act became known with this value.</summary>
    public required Instant KnownFrom { get; init; }

    /// <summary>When the value first became known without a break since.</summary>
    public required Instant Since { get; init; }

    /// <summary>Event identifiers of the reports for the value.</summary>
    public required IReadOnlyList<Guid> Because { get; init; }

    /// <summary>
    /// Event identifiers of the reports that only set the dates or the order from which the value follows, or those of
    /// what stands against it.
    /// </summary>
    public required IReadOnlyList<Guid> DatedBy { get; init; }

    /// <summary>Event identifiers of the reports against the value, denials among them.</summary>
    public required IReadOnlyList<Guid> Against { get; init; }

    /// <summary>
    /// Event identifiers of the reports that give details on which the deciding report is silent, or less precise, by
    /// the name of the detail.
    /// </summary>
    public required IReadOnlyDictionary<string, Guid> DetailFrom { get; init; }

    /// <summary>Number of independent origins of the value.</summary>
    public required int Origins { get; init; }

    /// <summary>Number of outlets that carried it.</summary>
    public required int Carriers { get; init; }

    /// <summary>
    /// Whether the value is contradicted by another origin, by its own about what happened, or is denied on the record.
    /// </summary>
    public required bool Disputed { get; init; }

    /// <summary>Articles behind the value whose time of publication is assumed.</summary>
    public required IReadOnlyList<string> Assumes { get; init; }

    /// <summary>Event identifiers of the corrections of the reports for the value that are in force, or were for
    /// readers before.</summary>
    public required IReadOnlyList<Guid> Corrections { get; init; }

    /// <summary>What else a reader should know of the value (see <see cref="FactFlag"/>).</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Whether the value is in force: the text does not say that it has ended.</summary>
    public bool IsInForce => !Flags.Contains(FactFlag.Ended);

    /// <summary>Whether two facts are the same in everything that an answer shows, or neither is there.</summary>
    internal static bool AreSame(FactState? a, FactState? b) =>
        ReferenceEquals(a, b) || (a is not null && b is not null && a.IsSameAs(b));

    /// <summary>Whether another fact is the same in everything that an answer shows.</summary>
    public bool IsSameAs(FactState other) =>
        (Key, Value, Standing, Modality, Happened, KnownFrom, Since, Origins, Carriers, Disputed)
            == (
                other.Key,
                other.Value,
                other.Standing,
                other.Modality,
                other.Happened,
                other.KnownFrom,
                other.Since,
                other.Origins,
                other.Carriers,
                other.Disputed
            )
        && Because.SequenceEqual(other.Because)
        && DatedBy.SequenceEqual(other.DatedBy)
        && DetailFrom.Count == other.DetailFrom.Count
        && !DetailFrom.Except(other.DetailFrom).Any()
        && Against.SequenceEqual(other.Against)
        && Assumes.SequenceEqual(other.Assumes)
        && Corrections.SequenceEqual(other.Corrections)
        && Flags.SequenceEqual(other.Flags);
}
