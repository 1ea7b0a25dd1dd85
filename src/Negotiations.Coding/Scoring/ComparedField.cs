namespace Negotiations.Coding;

/// <summary>A field of reports in which two codings are compared.</summary>
/// <param name="Name">Its name in a score.</param>
/// <param name="Read">What a report has in it; null or empty where it has nothing.</param>
public sealed record ComparedField(string Name, Func<Report, string?> Read)
{
    /// <summary>Who did the act, in any order.</summary>
    public static ComparedField Actor { get; } =
        new("actor", report => Join(report.Doers.Select(name => name.Id).Order(StringComparer.Ordinal)));

    /// <summary>All that are compared.</summary>
    public static IReadOnlyList<ComparedField> All { get; } =
    [
        Actor,
        new("target", report => report.Target?.Id),
        // An unnamed source has no name of its own, and its description is the coder's choice.
        new("speaker", report => DescribeLink(report.Chain[0])),
        new("chain", report => Join(report.Chain.Select(DescribeLink))),
        new("modality", report => EnumText.Format(report.Modality)),
        new("standing", report => EnumText.Format(report.Standing)),
        new("date", report => report.Happened?.Text),
        new("issue", report => report.Issue?.Id),
        new("round", report => Join((report.FurtherRounds ?? []).Prepend(report.Round).Order(StringComparer.Ordinal))),
    ];

    /// <summary>Whether both reports of a pair have the same in it.</summary>
    public bool IsSame(ReportPair pair) =>
        string.Equals(Read(pair.Gold!) ?? "", Read(pair.Coded!) ?? "", StringComparison.Ordinal);

    /// <summary>Whether one of them has something in it.</summary>
    public bool IsGiven(ReportPair pair) =>
        !string.IsNullOrEmpty(Read(pair.Gold!)) || !string.IsNullOrEmpty(Read(pair.Coded!));

    private static string DescribeLink(ChainLink link) =>
        link.Kind == LinkKind.Unnamed ? $"unnamed {link.Side?.Id}" : link.Name?.Id ?? "";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
