using NodaTime;

namespace Negotiations;

/// <summary>An assumed time of publication on which an answer hangs.</summary>
/// <param name="Version">The version of the article that the answer takes as known.</param>
/// <param name="KnownBy">The bound of the question on the known clock.</param>
public sealed record Assumption(ArticleVersionPublished Version, Instant? KnownBy)
{
    /// <summary>Whether the article may have come out only after the bound, so that the answer may know too much.</summary>
    public bool MayBeTooEarly => KnownBy is not null && Version.Published.Latest > KnownBy;

    /// <summary>The assumption in words.</summary>
    public string Describe(DateTimeZone zone)
    {
        var published = Version.Published;
        var possible = published is { Earliest: { } earliest, Latest: { } latest }
            ? $" (possible: {Bound.Format(earliest, zone)} to {Bound.Format(latest, zone)})"
            : "";
        var warning = MayBeTooEarly ? "; it may have come out after the time asked about" : "";
        return $"{Version.Article}: publication at {Bound.Format(published.Time, zone)} is assumed{possible}{warning}";
    }
}
