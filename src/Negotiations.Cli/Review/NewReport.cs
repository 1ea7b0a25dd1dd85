using System.Text.Json;

namespace Negotiations.Cli.Review;

/// <summary>What is asked of whoever adds a report to a draft.</summary>
internal static class NewReport
{
    /// <summary>The fields, each with its question; an empty answer leaves a field out.</summary>
    public static IReadOnlyList<(string Name, string Question)> Questions { get; } =
    [
        ("type", "type (such as TalksOffered; docs/catalogue.md has all):"),
        ("actor", "actor, who does it (Enter: nobody is named):"),
        ("target", "target, to whom (Enter: nobody):"),
        ("round", "round (Enter: as the top of the file says, where it does):"),
        ("details", "details, such as {form: direct talks, venues: null}:"),
        ("happened", "happened (2031-04-02; Enter: the text does not say):"),
        ("chain", "chain, who says it (a name, or [name, agency]; Enter: the outlet itself):"),
        ("modality", "modality (Enter: asserted):"),
        ("evidence", "evidence, the words of the text:"),
        ("summary", "summary, one sentence of your own:"),
    ];

    /// <summary>The fields with those that follow from the others.</summary>
    public static IReadOnlyList<(string Name, string Value)> Complete(IReadOnlyList<(string Name, string Value)> given)
    {
        var type = given.FirstOrDefault(field => field.Name == "type").Value ?? "report";
        var id = $"{JsonNamingPolicy.KebabCaseLower.ConvertName(type)}-{Guid.NewGuid().ToString("N")[..6]}";
        IEnumerable<(string, string)> actor = given.Any(field => field.Name == "actor") ? [] : [("actor", "null")];
        return [("id", id), .. given.Where(field => field.Name == "type"), .. actor, .. given.Where(IsOther)];

        static bool IsOther((string Name, string Value) field) => field.Name != "type";
    }

    /// <summary>A field without the event that it stands in, which the reader looks at.</summary>
    public static string ShortenPath(string field)
    {
        var end = field.IndexOf("].", StringComparison.Ordinal);
        return end < 0 ? field : field[(end + 2)..];
    }
}
