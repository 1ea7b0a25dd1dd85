using NodaTime;

namespace Negotiations.Formats;

/// <summary>A time of publication in words.</summary>
public static class PublicationWords
{
    /// <summary>The time, on what it rests, and what is possible beside it.</summary>
    public static string Of(Publication published, DateTimeZone zone)
    {
        var possible = published is { Earliest: { } earliest, Latest: { } latest } && earliest != latest
            ? $"; {DateWords.Of(earliest, zone)} to {DateWords.Of(latest, zone)} is possible"
            : "";
        return $"{DateWords.Of(published.Time, zone)} ({Text.Of(published.Basis)}{possible})";
    }
}
