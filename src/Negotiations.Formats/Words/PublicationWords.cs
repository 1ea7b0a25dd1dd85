using NodaTime;

namespace Negotiations.Formats;

/// <summary>A time of publication in words.</summary>
public static class PublicationWords
{
    /// <summary>The time, on what it rests, and what is possible beside it.</summary>
    public static string Describe(Publication published, DateTimeZone zone)
    {
        var possible =
            published is { Earliest: { } earliest, Latest: { } latest } && earliest != latest
                ? $"; {DateWords.Describe(earliest, zone)} to {DateWords.Describe(latest, zone)} is possible"
                : "";
        return $"{DateWords.Describe(published.Time, zone)} ({EnumText.Format(published.Basis)}{possible})";
    }
}
