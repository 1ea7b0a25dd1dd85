using NodaTime;

namespace Negotiations;

/// <summary>The versions of one article in the order in which they came out, never that of their arrival.</summary>
public sealed class VersionHistory
{
    private readonly Dictionary<string, ArticleVersionPublished> byName;
    private readonly Func<string, string, Instant?> knownFrom;

    // An entry of a live blog takes the place of a report, or gives it back, only when it is known itself.
    private readonly IReadOnlyList<Instant> timesOfPlaces;

    /// <summary>Orders the versions of an article.</summary>
    /// <param name="versions">The versions, each with the time of publication that counts.</param>
    /// <param name="knownFrom">From when on a report of a version is known, by the names of both; null where the
    /// version has no such report, or the coder has withdrawn it.</param>
    public VersionHistory(IEnumerable<ArticleVersionPublished> versions, Func<string, string, Instant?> knownFrom)
    {
        Versions =
        [
            .. versions
                .OrderBy(version => version.Published.Time)
                .ThenBy(version => version.Version, StringComparer.Ordinal),
        ];
        byName = Versions.ToDictionary(version => version.Version, StringComparer.Ordinal);
        this.knownFrom = knownFrom;
        timesOfPlaces =
        [
            .. Versions
                .SelectMany(PlacesIn)
                .SelectMany(place => new[] { place.New, place.Old })
                .Distinct()
                .SelectMany(ListTimes)
                .Distinct(),
        ];
    }

    /// <summary>The versions, the last one published at the end.</summary>
    public IReadOnlyList<ArticleVersionPublished> Versions { get; }

    /// <summary>What became of a report, from when on; nothing while no later version is out.</summary>
    public IEnumerable<(Instant From, CarriedStatus Fate)> TraceStatuses(string version, string report)
    {
        if (Versions is [.., var last] && last.Version == version)
            yield break;
        var later = Versions.SkipWhile(other => other.Version != version).Skip(1).ToList();
        if (later.Count == 0)
            yield break;
        var times = later
            .Select(other => other.Published.Time)
            .Concat(timesOfPlaces)
            .Concat(ListTimes(report))
            .Where(time => time >= later[0].Published.Time);
        foreach (var time in times.Distinct().Order())
            yield return (time, FateAt(time, later, version, report));
    }

    private CarriedStatus FateAt(
        Instant time,
        IReadOnlyList<ArticleVersionPublished> later,
        string version,
        string report
    )
    {
        var fate = CarriedStatus.Carried;
        foreach (var other in later.TakeWhile(other => other.Published.Time <= time))
        {
            fate = FateIn(other, (version, report), time) switch
            {
                // What nobody compared again stays as it was found to be.
                CarriedStatus.NotCompared when fate is CarriedStatus.Dropped or CarriedStatus.Replaced => fate,
                var found => found,
            };
        }

        return fate;
    }

    private CarriedStatus FateIn(ArticleVersionPublished later, (string Version, string Report) report, Instant time)
    {
        if (later.Compared is not { } compared)
            return CarriedStatus.NotCompared;
        bool Means(string id) => id == report.Report && Resolve(compared.With, id, time) == report.Version;
        if (compared.Carries.Any(carried => Means(carried.Report)))
            return CarriedStatus.Carried;
        if (compared.Drops.Any(Means))
            return CarriedStatus.Dropped;
        if (compared.Replaces.Any(replaced => Means(replaced.Old) && IsKnown(later.Version, replaced.New, time)))
            return CarriedStatus.Replaced;
        // A text that goes back to an earlier one has again what stood in the place of a report before, or after, it.
        return compared.Carries.Any(carried =>
            Resolve(compared.With, carried.Report, time) is { } holder
            && ShareAPlace((holder, carried.Report), report, time)
        )
            ? CarriedStatus.Replaced
            : CarriedStatus.NotCompared;
    }

    private bool ShareAPlace((string Version, string Report) one, (string Version, string Report) other, Instant time)
    {
        return Replaces(one, other) || Replaces(other, one);

        bool Replaces((string Version, string Report) newer, (string Version, string Report) older) =>
            PlacesIn(byName[newer.Version])
                .Any(place =>
                    place.New == newer.Report
                    && place.Old == older.Report
                    && Resolve(byName[newer.Version].Compared!.With, place.Old, time) == older.Version
                );
    }

    private IEnumerable<Instant> ListTimes(string report) =>
        Versions.Select(version => knownFrom(version.Version, report)).OfType<Instant>();

    private static IReadOnlyList<ReplacedReport> PlacesIn(ArticleVersionPublished version) =>
        version.Compared?.Replaces ?? [];

    // The last version that has a report of its own under an identifier: what one replaced or dropped, a later one may
    // carry again.
    private string? Resolve(string version, string report, Instant time)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!IsKnown(version, report, time))
        {
            if (!seen.Add(version) || byName.GetValueOrDefault(version)?.Compared is not { } compared)
                return null;
            version = compared.With;
        }

        return version;
    }

    private bool IsKnown(string version, string report, Instant time) => knownFrom(version, report) <= time;
}
