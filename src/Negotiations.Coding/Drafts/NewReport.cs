using System.Text.Json;

namespace Negotiations.Coding;

/// <summary>A report that somebody adds to a draft.</summary>
public static class NewReport
{
    /// <summary>The fields with those that follow from the others: identifier first, then the type.</summary>
    /// <param name="given">What was given; empty values are left out already.</param>
    public static IReadOnlyList<(string Name, string Value)> Complete(IReadOnlyList<(string Name, string Value)> given)
    {
        var type = given.FirstOrDefault(field => field.Name == "type").Value ?? "report";
        IEnumerable<(string, string)> actor = given.Any(field => field.Name == "actor") ? [] : [("actor", "null")];
        return
        [
            ("id", CreateId(type)),
            .. given.Where(field => field.Name == "type"),
            .. actor,
            .. given.Where(IsOther),
        ];

        static bool IsOther((string Name, string Value) field) => field.Name != "type";
    }

    /// <summary>An identifier that no other report of a file has.</summary>
    public static string CreateId(string type) =>
        $"{JsonNamingPolicy.KebabCaseLower.ConvertName(type)}-{Guid.NewGuid().ToString("N")[..6]}";

    /// <summary>A field without the event that it stands in, which the reader looks at: <c>details.form</c>.</summary>
    public static string ShortenPath(string field)
    {
        var end = field.IndexOf("].", StringComparison.Ordinal);
        return end < 0 ? field : field[(end + 2)..];
    }
}
