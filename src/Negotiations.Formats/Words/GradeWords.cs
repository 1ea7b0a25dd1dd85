namespace Negotiations.Formats;

/// <summary>Grades by the Admiralty code in words: never without who graded.</summary>
public static class GradeWords
{
    /// <summary>Grades side by side: <c>B2 by the desk, C by A. Reader</c>.</summary>
    public static string Describe(IEnumerable<Grade> grades) =>
        string.Join(", ", grades.Select(grade => $"{grade.Code} by {grade.By}"));

    /// <summary>Grades in brackets behind a name; empty where there are none.</summary>
    public static string Beside(IReadOnlyList<Grade> grades) => grades.Count == 0 ? "" : $" ({Describe(grades)})";
}
