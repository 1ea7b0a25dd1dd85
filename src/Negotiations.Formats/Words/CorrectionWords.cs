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

    /// <summary>
    /// A recorded correction as a sentence for readers: what became of what was coded, who erred and why, who made it,
    /// and where it stands.
    /// </summary>
    public static string DescribePlainly(RecordedCorrection recorded, DateTimeZone zone)
    {
        var correction = recorded.Correction;
        var who = correction.Who is { Length: > 0 } name ? $"made by {name}" : "by whom it was made is not recorded";
        var notice = correction.Notice is { } published
            ? $" · notice of {DateWords.Describe(published.Published.Time, zone)}, {published.Reference}"
            : "";
        return $"{DescribeKind(correction)}; the {EnumText.Format(correction.By)} erred: {correction.Reason}{notice}"
            + $" · {who} · {EventReference.Format(correction)}, position {recorded.Recorded.Position}";
    }

    /// <summary>What a correction does to what was coded, in a word or a few.</summary>
    public static string DescribeKind(Correction correction) =>
        CorrectionFields.Describe(correction) switch
        {
            "retract" => "Withdrawn",
            "undo" => "A correction undone",
            "published" => "Time of publication changed",
            "link" => "Linked with another article",
            "redate" => "Dated otherwise",
            "reattribute" => "Attributed otherwise",
            "reassign" => "Assigned to another act, round or issue",
            _ => "Amended",
        };
}
