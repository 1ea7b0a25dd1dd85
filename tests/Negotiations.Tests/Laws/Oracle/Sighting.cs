using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A report that a question can see, as the oracle sees it.</summary>
/// <param name="Recorded">Its event.</param>
/// <param name="Report">The report.</param>
/// <param name="Version">The version of the article in which it stands.</param>
/// <param name="Known">When it could be known.</param>
/// <param name="KnownDay">The day on which it could be known, where the talks are.</param>
/// <param name="Place">What decides between two that were known at the same time: article, version, place in it,
/// name.</param>
internal sealed record Sighting(
    RecordedEvent Recorded,
    Report Report,
    ArticleVersionPublished Version,
    Instant Known,
    LocalDate KnownDay,
    (string Article, string Version, int Start, string Id) Place
)
{
    /// <summary>
    /// The first outlet of the articles with which the report's is one text; null where it stands alone.
    /// </summary>
    public string? SharedOrigin { get; init; }

    /// <summary>The report as the text that it shares with other articles has it from its origin.</summary>
    public Report WithSharedOrigin =>
        SharedOrigin is null ? Report : Report with { Chain = [.. Report.Chain.Select(Shared)] };

    public bool IsKnownBefore(Sighting other)
    {
        if (Known != other.Known)
            return Known < other.Known;
        if (Place.Article != other.Place.Article)
            return string.CompareOrdinal(Place.Article, other.Place.Article) < 0;
        if (Place.Version != other.Place.Version)
            return string.CompareOrdinal(Place.Version, other.Place.Version) < 0;
        if (Place.Start != other.Place.Start)
            return Place.Start < other.Place.Start;
        return string.CompareOrdinal(Place.Id, other.Place.Id) < 0;
    }

    /// <summary>The one that was known before all others.</summary>
    public static Sighting FindFirst(IReadOnlyCollection<Sighting> sightings) =>
        sightings.Single(sighting => sightings.All(other => other == sighting || sighting.IsKnownBefore(other)));

    public bool Equals(Sighting? other) => Recorded.Id == other?.Recorded.Id;

    public override int GetHashCode() => Recorded.Id.GetHashCode();

    private ChainLink Shared(ChainLink link) =>
        link.Name is { } name
        && Version.Chain.Select(other => other.Name?.Id).Append(Version.Outlet.Id).Contains(name.Id)
            ? link with
            {
                Name = new(name.Written, SharedOrigin!),
            }
            : link;
}
