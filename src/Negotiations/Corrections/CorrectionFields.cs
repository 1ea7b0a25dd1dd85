namespace Negotiations;

/// <summary>What kind of correction one is, in a word.</summary>
public static class CorrectionFields
{
    private const string Amend = "amend";

    private const string Reattribute = "reattribute";

    private const string Redate = "redate";

    private const string Reassign = "reassign";

    /// <summary>The field that follows from whether a side is written.</summary>
    public const string SideIsWritten = "sideIsWritten";

    /// <summary>The field of those who acted together with the actor; a coded file has them in <c>actor</c>.</summary>
    public const string Joint = "joint";

    /// <summary>The field of further rounds; a coded file has them in <c>round</c>.</summary>
    public const string FurtherRounds = "furtherRounds";

    /// <summary>The field that says whether a standing follows from other fields.</summary>
    public const string StandingIsDerived = "standingIsDerived";

    /// <summary>The fields that no coded file has, because others say them.</summary>
    public static IReadOnlyList<string> Unwritten { get; } = [SideIsWritten, Joint, FurtherRounds, StandingIsDerived];

    /// <summary>The fields that change together: of several, one in a coded file says the others.</summary>
    public static IReadOnlyList<string> FindPartners(string field) =>
        Partners.FirstOrDefault(group => group.Contains(field)) ?? [field];

    private static readonly string[][] Partners =
    [
        ["actor", Joint, "side", SideIsWritten],
        ["round", FurtherRounds],
        ["standing", StandingIsDerived],
    ];

    /// <summary>The kinds of changed fields, in the order of a coded file.</summary>
    public static IReadOnlyList<string> FieldKinds { get; } = [Amend, Reattribute, Redate, Reassign];

    /// <summary>The fields that say when an act took place.</summary>
    public static IReadOnlyList<string> Dating { get; } =
    ["happened", "happenedFrom", "timeOfDay", "lookingBack", "covers", "known", "precededBy"];

    /// <summary>The fields that say who acted, and who says so.</summary>
    public static IReadOnlyList<string> Attribution { get; } =
    ["actor", Joint, "written", "side", SideIsWritten, "target", "others", "chain", "standing", StandingIsDerived];

    /// <summary>The fields that say which act it is.</summary>
    public static IReadOnlyList<string> Assignment { get; } = ["act", "round", FurtherRounds, "issue"];

    /// <summary>The kind of a changed field; the details of a report's type are amended.</summary>
    public static string ForField(string field) =>
        Attribution.Contains(field) ? Reattribute
        : Dating.Contains(field) ? Redate
        : Assignment.Contains(field) ? Reassign
        : Amend;

    /// <summary>
    /// The word: <c>retract</c>, <c>undo</c>, <c>published</c>, <c>link</c>, and for changed fields <c>redate</c>,
    /// <c>reattribute</c>, <c>reassign</c>, or <c>amend</c> where they are of several kinds.
    /// </summary>
    public static string Describe(Correction correction) =>
        correction switch
        {
            ReportRetracted => "retract",
            CorrectionUndone => "undo",
            PublicationCorrected => "published",
            ArticlesLinked => "link",
            ReportCorrected { Changes: var changes }
                when changes.Select(change => ForField(change.Key)).Distinct().ToList() is [var only] => only,
            _ => Amend,
        };
}
