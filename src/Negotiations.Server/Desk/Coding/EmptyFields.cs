using System.Collections;

namespace Negotiations.Server.Desk;

/// <summary>The main fields of a type that a report leaves empty: mostly the text says them, and somebody has
/// overlooked it.</summary>
internal static class EmptyFields
{
    private const string Condition = "condition";

    /// <summary>What is to be added to a report of a draft; null for nothing.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="texts">Its fields (<see cref="ReportForm"/>).</param>
    public static string? Advise(string type, IReadOnlyDictionary<string, string> texts) =>
        Describe(
            type,
            ReportForm
                .ListDetails(type)
                .Where(field => field.IsRequired && texts.GetValueOrDefault(field.Name, "").Length == 0)
                .Select(field => field.Name)
        );

    /// <summary>What is to be added to a report that would be recorded; null for nothing.</summary>
    public static string? Advise(Report report) =>
        Describe(
            report.GetType().Name,
            DetailProperties
                .List(report.GetType())
                .Where(property => DetailProperties.IsRequired(property) && IsEmpty(property.GetValue(report)))
                .Select(DetailProperties.FormatName)
        );

    private static bool IsEmpty(object? value) => value is null or "" or ICollection { Count: 0 };

    private static string? Describe(string type, IEnumerable<string> empty)
    {
        var names = empty.Select(field => field.Split('.')[^1]).ToList();
        // Of a precondition the condition is all; of an attendance it is what sets it apart from one that is promised.
        var isConditional = type.EndsWith("Conditional", StringComparison.Ordinal) && names.Remove(Condition);
        List<string> advice = [];
        if (isConditional)
            advice.Add("Says “conditional” and not on what: add the condition.");
        if (names.Count > 0)
            advice.Add($"Says nothing of {string.Join(", ", names.Select(NameField))}: add it if the text does.");
        return advice.Count > 0 ? string.Join(' ', advice) : null;
    }

    private static string NameField(string name) => FieldLabels.Find($"details.{name}").ToLowerInvariant();
}
