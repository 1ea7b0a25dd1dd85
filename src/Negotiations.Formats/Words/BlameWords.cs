using NodaTime;

namespace Negotiations.Formats;

/// <summary>A report behind a value in words.</summary>
public sealed class BlameWords(NameWords names, DateTimeZone zone)
{
    private readonly SourceWords sources = new(names, zone);
    private readonly FieldWords fields = new(names, zone);
    private readonly ChangeWords changes = new(names);

    /// <summary>Who says so, and how close they stand.</summary>
    public string DescribeOrigin(BlamedReport blamed) => sources.DescribeOrigin(blamed.Visible);

    /// <summary>The chain of attribution, from the origin to the outlet.</summary>
    public string DescribeChain(BlamedReport blamed) => DescribeChain(blamed.Visible);

    /// <summary>The chain of attribution of a report, from the origin to the outlet.</summary>
    public string DescribeChain(VisibleReport visible) =>
        string.Join(
            " → ",
            visible.Report.Chain.Select(link =>
                names.DisplayLink(link)
                + (
                    link is { Name: null } or { Kind: LinkKind.Unnamed }
                        ? ""
                        : GradeWords.Beside(names.FindGrades(link))
                )
            )
        );

    /// <summary>Outlet, version and time of publication, with its basis.</summary>
    public string DescribePublication(BlamedReport blamed)
    {
        var (visible, published) = (blamed.Visible, blamed.Visible.Publication);
        return $"{names.DisplayName(visible.Version.Outlet.Id)}, version {visible.Report.Version}, "
            + $"{DateWords.Describe(published.Time, zone)} ({EnumText.Format(published.Basis)})";
    }

    /// <summary>Where in the text it stands, in code points.</summary>
    public static string DescribeSpans(BlamedReport blamed) =>
        string.Join(", ", blamed.Visible.Report.Evidence.Select(span => $"{span.Start}–{span.End}"));

    /// <summary>When the act took place, by this report.</summary>
    public static string? DescribeDate(BlamedReport blamed) =>
        blamed.Visible.Report.Happened is { } happened ? DateWords.Describe(happened) : null;

    /// <summary>How the report is graded; null where nobody did.</summary>
    public static string? DescribeGrades(BlamedReport blamed) => DescribeGrades(blamed.Visible);

    /// <summary>How a report is graded; null where nobody did.</summary>
    public static string? DescribeGrades(VisibleReport visible) =>
        visible.Report.Grades is { Count: > 0 } grades ? $"graded {GradeWords.Describe(grades)}" : null;

    /// <summary>
    /// What became of the report in the later versions of its article; null where there is nothing to say.
    /// </summary>
    public static string? DescribeStatus(BlamedReport blamed) => FoundWords.DescribeCarried(blamed.Visible);

    /// <summary>The part of a report in a word or two.</summary>
    public static string DescribeRole(ReportRole role) => Camel.Apart(EnumText.Format(role));

    /// <summary>What a report says of a fact: that something is so, or that it is not; null where it only dates or
    /// orders the acts.</summary>
    public string? DescribeWhatItSays(BlamedReport blamed, string key)
    {
        var value = blamed.Value is { } said ? changes.DescribeValue(said, key) : "";
        if (blamed.Visible.Report.Modality == Modality.Denied)
            return value.Length > 0 ? $"denies it: {value}" : "denies it";
        return value.Length > 0 ? value : null;
    }

    /// <summary>Why a report plays its part, in words.</summary>
    public string DescribeReason(BlamedReport blamed) =>
        blamed.Reason switch
        {
            RoleReason.SaysSo => "says so",
            RoleReason.GivesADetail => "says so, and gives details on which the deciding report is silent",
            RoleReason.DatesTheAct => "dates the act, or sets its place among others",
            RoleReason.DeniesIt => "denies it",
            RoleReason.KnockedOut => "knocked out by a denial on the record",
            RoleReason.KnocksOut => "denies what was told, and knocks it out",
            RoleReason.SaysOtherwiseOfTheAct => "says something else of the same act",
            RoleReason.LaterButOutranked => blamed.Visible.Report.Standing == Standing.Other
                ? "outranked: not of that side"
                : "later, but it cannot undo the value",
            RoleReason.StrongerButEarlier => "earlier, of a stronger standing",
            RoleReason.SaidSoBefore => blamed.Until is { } until
                ? $"said so before, until {DateWords.Describe(until, zone)}"
                : "said so before",
            RoleReason.SaysSoToo => "agrees, dated vaguely or earlier",
            RoleReason.SaysSoOutranked => "says so too, outranked: not of that side",
            RoleReason.EarlierStage => "tells of an earlier stage",
            RoleReason.SaysLess => "says less",
            RoleReason.Overtaken => "overtaken by what happened later",
            RoleReason.DeniesSomethingElse => "denies an act on which the value does not rest",
            RoleReason.TakenBack => "taken back by a correction",
            RoleReason.ReplacedByAVersion => "replaced by a later version of its article",
            _ => throw new ArgumentOutOfRangeException(nameof(blamed), blamed.Reason, "has no words"),
        };

    /// <summary>A correction in one line, with the fields that it changes as they were and as they are.</summary>
    public string DescribeCorrection(BlamedCorrection blamed)
    {
        var changed = blamed.Fields.Count == 0 ? "" : $" · {fields.Describe(blamed.Fields)}";
        return $"{CorrectionWords.Describe(blamed.Recorded, zone)}{(blamed.InForce ? "" : ", not in force")}{changed}";
    }
}
