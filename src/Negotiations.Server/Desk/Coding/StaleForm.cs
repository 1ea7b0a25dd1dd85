using System.Text.Json;

namespace Negotiations.Server.Desk;

/// <summary>A form that was opened before somebody else saved the report.</summary>
internal static class StaleForm
{
    /// <summary>The fields as they were when a form was opened, for a hidden field of it.</summary>
    public static string Write(IReadOnlyDictionary<string, string> texts) => JsonSerializer.Serialize(texts);

    /// <summary>What was typed, and for fields that were not changed what is saved now.</summary>
    /// <param name="typed">The fields as they were sent.</param>
    /// <param name="written">The fields as they were when the form was opened.</param>
    /// <param name="saved">The fields as they are saved now.</param>
    public static IReadOnlyDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> typed,
        string written,
        IReadOnlyDictionary<string, string> saved
    )
    {
        var before = Read(written);
        if (before is null)
            return typed;
        return ReportForm
            .ListFields(typed.GetValueOrDefault("type"))
            .Where(field => typed.ContainsKey(field.Name))
            .ToDictionary(
                field => field.Name,
                field =>
                    ReportForm.AreSame(field, typed[field.Name], before.GetValueOrDefault(field.Name, ""))
                        ? saved.GetValueOrDefault(field.Name, "")
                        : typed[field.Name],
                StringComparer.Ordinal
            );
    }

    private static Dictionary<string, string>? Read(string written)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(written);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
