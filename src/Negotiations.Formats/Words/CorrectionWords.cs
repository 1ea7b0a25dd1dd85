using NodaTime;

namespace Negotiations.Formats;

/// <summary>A correction in words.</summary>
public static class CorrectionWords
{
    /// <summary>A recorded correction: which, what, by whom, why, and its position.</summary>
    public static string Describe(RecordedCorrection recorded, DateTimeZone zone) =>
        $"{EventReference.Format(recorded.Correction)}, {Describe(recorded.Correction, zone)}, "
        + $"position {recorded.Recorded.Position}";

    /// <summary>What a correction does, by whom and why.</summary>
    public static string Describe(Correction correction, DateTimeZone zone)
    {
        var who = correction.Who is { } name ? $" ({name})" : "";
        var notice = correction.Notice is { } published
            ? $", notice of {DateWords.Describe(published.Published.Time, zone)}, {published.Reference}"
            : "";
        return $"{CorrectionFields.Describe(correction)} by {EnumText.Format(correction.By)}{who}: "
            + $"{(notice.Length == 0 ? correction.Reason : correction.Reason.TrimEnd('.', ' '))}{notice}";
    }
}
