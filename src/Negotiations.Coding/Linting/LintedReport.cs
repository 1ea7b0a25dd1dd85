namespace Negotiations.Coding;

/// <summary>A report as the linter looks at it.</summary>
/// <param name="Report">The report, as corrections leave it.</param>
/// <param name="File">The file that has it; null where only the store has it.</param>
/// <param name="Index">Its place in the file.</param>
internal sealed record LintedReport(Report Report, CodedFile? File, int Index)
{
    /// <summary>The short form.</summary>
    public string Name => EventReference.Format(Report);

    /// <summary>Whether it says that the act was done: a denial can come from anybody, at any time.</summary>
    public bool IsClaim => Report.Modality != Modality.Denied;

    /// <summary>Whose attendance or journey it is; null for other types.</summary>
    public Name? Person => StandingRule.FindPersonDetail(Report.GetType())?.GetValue(Report) as Name;

    /// <summary>The name of that detail in a coded file; null for other types.</summary>
    public string? PersonField =>
        StandingRule.FindPersonDetail(Report.GetType()) is { } detail ? DetailProperties.FormatName(detail) : null;

    /// <summary>A warning at a field of the report; at the report itself where the field is not there.</summary>
    public LintWarning? Warn(LintKind kind, string field, string message)
    {
        if (File is null)
            return null;
        var report = $"events[{Index}]";
        var place = File.Find($"{report}.{field}");
        return new(kind, File.File, place.Line, $"{report}.{field}", message) { Column = place.Column };
    }
}
