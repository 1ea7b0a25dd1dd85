using NodaTime;

namespace Negotiations.Formats;

/// <summary>A report behind a value in words.</summary>
public sealed class BlameWords(NameWords names, DateTimeZone zone)
{
    private readonly SourceWords sources = new(names, zone);

    /// <summary>Who says so, and how close they stand.</summary>
    public string OriginOf(BlamedReport blamed) => sources.OriginOf(blamed.Visible);

    /// <summary>The chain of attribution, from the origin to the outlet.</summary>
    public string ChainOf(BlamedReport blamed) => ChainOf(blamed.Visible);

    /// <summary>The chain of attribution of a report, from the origin to the outlet.</summary>
    public string ChainOf(VisibleReport visible) => string.Join(" → ", visible.Report.Chain.Select(link => link switch
    {
        { Name: null } => "reportedly",
        { Kind: LinkKind.Unnamed } => $"unnamed: {link.Name.Written}",
        _ => $"{names.Of(link.Name.Id)}{GradeWords.Beside(names.GradesOf(link))}",
    }));

    /// <summary>Outlet, version and time of publication, with its basis.</summary>
    public string PublishedOf(BlamedReport blamed)
    {
        var (visible, published) = (blamed.Visible, blamed.Visible.Publication);
        return $"{names.Of(visible.Version.Outlet.Id)}, version {visible.Report.Version}, {DateWords.Of(published.Time, zone)} ({Text.Of(published.Basis)})";
    }

    /// <summary>Where in the text it stands, in code points.</summary>
    public static string SpansOf(BlamedReport blamed) =>
        string.Join(", ", blamed.Visible.Report.Evidence.Select(span => $"{span.Start}–{span.End}"));

    /// <summary>When the act took place, by this report.</summary>
    public static string? HappenedOf(BlamedReport blamed) =>
        blamed.Visible.Report.Happened is { } happened ? DateWords.Of(happened) : null;

    /// <summary>How the report is graded; null where nobody did.</summary>
    public static string? GradesOf(BlamedReport blamed) => GradesOf(blamed.Visible);

    /// <summary>How a report is graded; null where nobody did.</summary>
    public static string? GradesOf(VisibleReport visible) =>
        visible.Report.Grades is { Count: > 0 } grades ? $"graded {GradeWords.Of(grades)}" : null;

    /// <summary>What became of the report in the later versions of its article; null where there is nothing to say.</summary>
    public static string? FateOf(BlamedReport blamed) => blamed.Visible.Fate switch
    {
        ReportFate.Dropped => "no longer carried by the source",
        ReportFate.NotCompared => "not compared with the later version of its article",
        _ => null,
    };

    /// <summary>A correction in one line.</summary>
    public string CorrectionOf(BlamedCorrection blamed) =>
        $"{CorrectionWords.Of(blamed.Recorded, zone)}{(blamed.InForce ? "" : ", not in force")}";
}
