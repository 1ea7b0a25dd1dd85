namespace Negotiations.Coding;

/// <summary>
/// Reads grades by the Admiralty code: <c>grade</c> where there is one, <c>grades</c> where several people grade.
/// </summary>
internal static class GradeReader
{
    /// <summary>The grades in the fields of a source or of a report; null where there are none.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="ofSource">Whether a source is graded, which is reliable and not credible; else a report.</param>
    public static IReadOnlyList<Grade>? ReadAll(YamlFields fields, bool ofSource)
    {
        var one = fields.Mapping("grade");
        var several = fields.Mappings("grades");
        if (one is not null && several.Count > 0)
            fields.Error("grades", "give either 'grade' or 'grades'");
        List<Grade> grades = [.. (one is null ? several : [one, .. several]).Select(grade => Read(grade, ofSource))];
        foreach (var twice in grades.GroupBy(grade => grade.By).Where(group => group.Count() > 1))
            fields.Error("grades", $"{twice.Key} grades the same twice");
        return grades.Count == 0 ? null : grades;
    }

    private static Grade Read(YamlFields fields, bool ofSource)
    {
        var isGraded = fields.Has("reliability") || fields.Has("credibility");
        var grade = new Grade
        {
            Reliability = EnumReader.Read<Reliability>(fields, "reliability", required: ofSource),
            Credibility = ofSource ? null : fields.Number("credibility"),
            By = fields.Text("by", required: true) ?? "",
            Reason = fields.Text("reason"),
        };
        if (grade.Credibility is < 1 or > 6)
            fields.Error(
                "credibility",
                $"{grade.Credibility} is not a number from 1 (confirmed) to 5 (improbable), or 6 (cannot be judged)"
            );
        if (!ofSource && !isGraded)
            fields.Error(null, "a grade has a reliability (A to F), a credibility (1 to 6), or both");
        fields.RefuseUnknown();
        return grade;
    }
}
