namespace Negotiations.Formats;

/// <summary>What a report says beside its summary: how far its source commits itself, and who that is.</summary>
public static class SpeakerWords
{
    /// <summary>The modality in a word, such as <c>denied</c>; null for what is simply asserted.</summary>
    public static string? DescribeModality(Modality modality) =>
        modality switch
        {
            Modality.Asserted => null,
            Modality.Planned => "announced",
            Modality.Conditional => "under a condition",
            _ => EnumText.Format(modality),
        };

    /// <summary>Who says so: <c>by Mary Sund, through Port Wire</c>.</summary>
    /// <param name="chain">The names of the links, the origin first; none: the outlet itself.</param>
    public static string DescribeSpeaker(IReadOnlyList<(string? Name, bool IsUnnamed)> chain) =>
        chain.Count == 0
            ? "by the outlet itself"
            : $"by {string.Join(", through ", chain.Select(link => DescribeLink(link.Name, link.IsUnnamed)))}";

    private static string DescribeLink(string? name, bool isUnnamed) =>
        string.IsNullOrEmpty(name) ? "an unnamed source"
        : isUnnamed ? $"an unnamed source (“{name}”)"
        : name;
}
