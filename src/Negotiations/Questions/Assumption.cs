using NodaTime;

namespace Negotiations;

/// <summary>An assumed time of publication on which an answer hangs.</summary>
/// <param name="Article">Identifier of the article that the answer takes as known.</param>
/// <param name="Published">The assumed publication: of a version of the article, or of an entry of a live blog in
/// it.</param>
/// <param name="KnownBy">The bound of the question on the known clock.</param>
public sealed record Assumption(string Article, Publication Published, Instant? KnownBy)
{
    /// <summary>
    /// Whether the article may have come out only after the bound, so that the answer may know too much.
    /// </summary>
    public bool MayBeTooEarly => KnownBy is not null && Published.Latest > KnownBy;

    /// <summary>The assumption in words.</summary>
    public string Describe(DateTimeZone zone)
    {
        var possible = Published is { Earliest: { } earliest, Latest: { } latest }
            ? $" (possible: {Bound.Format(earliest, zone)} to {Bound.Format(latest, zone)})"
            : "";
        var warning = MayBeTooEarly ? "; it may have come out after the time asked about" : "";
        return $"{Article}: publication at {Bound.Format(Published.Time, zone)} is assumed{possible}{warning}";
    }
}
