using System.Runtime.CompilerServices;
using NodaTime;

namespace Negotiations;

/// <summary>A report that a question can see, with the version of the article in which it stands.</summary>
/// <param name="Recorded">The report's event in the store.</param>
/// <param name="Report">The report.</param>
/// <param name="Version">The version of the article.</param>
/// <param name="Publication">When the report could be known.</param>
/// <param name="KnownOn">The day on which it could be known, in the zone of the talks.</param>
public sealed record VisibleReport(
    RecordedEvent Recorded,
    Report Report,
    ArticleVersionPublished Version,
    Publication Publication,
    LocalDate KnownOn
)
{
    private IReadOnlyList<AssertedFact>? asserted;
    private IReadOnlyList<AssertedFact>? denied;
    private StrongBox<Origin?>? origin;

    /// <summary>Identifier of the report's event.</summary>
    public Guid EventId => Recorded.Id;

    /// <summary>The time from which the report could be known.</summary>
    public Instant KnownFrom => Publication.Time;

    /// <summary>
    /// The time from which the report could be known as it stands here; later than <see cref="KnownFrom"/> after a
    /// publisher's correction.
    /// </summary>
    public Instant RevisedFrom { get; init; } = Publication.Time;

    /// <summary>Whether a correction of the report is in force.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>
    /// Identifiers of the corrections of the report that are in force, or were for readers before: when it became known
    /// as it stands follows from these.
    /// </summary>
    public IReadOnlyList<Guid> Corrections { get; init; } = [];

    /// <summary>Whether a correction that bore on the report, or on its version, was erased.</summary>
    public bool LostCorrection { get; init; }

    /// <summary>What became of the report in the later versions of its article.</summary>
    public CarriedStatus Fate { get; init; }

    /// <summary>
    /// The outlet that counts as the origin of the article's own words, where the article is one text with others; else
    /// null.
    /// </summary>
    public string? TextOrigin { get; init; }

    /// <summary>What the report asserts; found once, for every answer at every time asks for it.</summary>
    public IReadOnlyList<AssertedFact> Asserted => asserted ??= [.. Report.AssertedFacts()];

    /// <summary>What the report denies; empty where it denies nothing.</summary>
    public IReadOnlyList<AssertedFact> Denied => denied ??= [.. Report.DeniedFacts()];

    /// <summary>Where it comes from in the end; null where nobody can tell.</summary>
    public Origin? Origin => (origin ??= new(Origin.Find(this))).Value;

    /// <summary>Whether the outlet, or the agency before it, tells it in its own voice.</summary>
    public bool IsNarrated => Report.Chain[0].PassesOn;

    /// <summary>Where the report begins in its article, in code points.</summary>
    public int Place => Report.Evidence[0].Start;

    /// <summary>
    /// By what was known first, then by article and version, then by place in the article: a total order.
    /// </summary>
    public static IComparer<VisibleReport> ByKnown { get; } =
        Comparer<VisibleReport>.Create(
            (a, b) =>
            {
                var order = a.KnownFrom.CompareTo(b.KnownFrom);
                if (order == 0)
                    order = string.CompareOrdinal(a.Report.Article, b.Report.Article);
                if (order == 0)
                    order = string.CompareOrdinal(a.Report.Version, b.Report.Version);
                if (order == 0)
                    order = a.Place.CompareTo(b.Place);
                return order != 0 ? order : string.CompareOrdinal(a.Report.Id, b.Report.Id);
            }
        );

    /// <summary>Whether two reports say the same in everything.</summary>
    internal static bool AreSame(Report a, Report b) =>
        ReferenceEquals(a, b) || EventJson.Write(a) == EventJson.Write(b);

    /// <summary>Whether everything that an answer can tell of two states of one report is the same.</summary>
    internal bool IsSameAs(VisibleReport other) =>
        (Publication, KnownOn, RevisedFrom, IsCorrected, LostCorrection, Fate, TextOrigin)
            == (
                other.Publication,
                other.KnownOn,
                other.RevisedFrom,
                other.IsCorrected,
                other.LostCorrection,
                other.Fate,
                other.TextOrigin
            )
        && Version.Published == other.Version.Published
        && Corrections.SequenceEqual(other.Corrections)
        && AreSame(Report, other.Report);

    /// <inheritdoc/>
    public bool Equals(VisibleReport? other) => EventId == other?.EventId;

    /// <inheritdoc/>
    public override int GetHashCode() => EventId.GetHashCode();
}
