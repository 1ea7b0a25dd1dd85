namespace Negotiations;

/// <summary>What kind of correction one is, in a word.</summary>
public static class CorrectionKind
{
    private static readonly string[] Dating = ["happened", "happenedFrom", "timeOfDay", "lookingBack", "known", "precededBy"];

    private static readonly string[] Attribution = ["actor", "written", "side", "sideIsWritten", "target", "others", "chain", "standing"];

    private static readonly string[] Assignment = ["act", "round"];

    /// <summary>
    /// The word: <c>retract</c>, <c>undo</c>, <c>published</c>, <c>link</c>, and for changed fields <c>redate</c>,
    /// <c>reattribute</c>, <c>reassign</c>, or <c>amend</c> where they are of several kinds.
    /// </summary>
    public static string Of(Correction correction) => correction switch
    {
        ReportRetracted => "retract",
        CorrectionUndone => "undo",
        PublicationCorrected => "published",
        ArticlesLinked => "link",
        ReportCorrected { Changes: var changes } when changes.All(change => Dating.Contains(change.Key)) => "redate",
        ReportCorrected { Changes: var changes } when changes.All(change => Attribution.Contains(change.Key)) => "reattribute",
        ReportCorrected { Changes: var changes } when changes.All(change => Assignment.Contains(change.Key)) => "reassign",
        _ => "amend",
    };
}
