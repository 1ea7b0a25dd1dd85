using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Negotiations.Assistant.Rules;

/// <summary>Writes a sentence of our own about a proposal, made of its fields.</summary>
/// <remarks>It says who does what; when it was done, and who tells of it, have fields of their own.</remarks>
internal static class SummaryWriter
{
    // In characters: longer lists of names and places are left to their fields.
    private const int Longest = 200;

    private const int MostNames = 3;

    private const string Unknown = "is reported to do something";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>The sentence, of at most 200 characters where names and places are no longer than usual.</summary>
    /// <param name="type">The type.</param>
    /// <param name="actors">The names of those who did it.</param>
    /// <param name="target">The name of whom it was done to or with; null for nobody.</param>
    /// <param name="details">The details.</param>
    /// <param name="modality">To what the source commits itself: what is denied is not told as a fact.</param>
    public static string Write(
        string type,
        IReadOnlyList<string> actors,
        string? target,
        JsonObject details,
        Modality modality
    )
    {
        var clause = WriteClause(type, actors, details);
        foreach (var part in ListParts(type, target, details))
        {
            if (clause.Length + part.Length < Longest - 20)
                clause += part;
        }

        return modality == Modality.Denied ? $"It is denied that {clause}." : $"{Upper(clause)}.";
    }

    private static string WriteClause(string type, IReadOnlyList<string> actors, JsonObject details)
    {
        var doer = actors.Count == 0 ? null : Join(actors);
        if (Find(SummaryWords.Clauses) is var (whom, clause))
            return doer is null || doer == whom ? clause : $"{doer} {Conjugate("says", actors)} that {clause}";
        if (Find(SummaryWords.Objects) is var (_, done))
            return $"{doer ?? "somebody"} {Conjugate(done, actors)}";
        return doer is null && SummaryWords.WithoutDoer.GetValueOrDefault(type) is { } told
            ? told
            : $"{doer ?? "somebody"} {Conjugate(SummaryWords.Predicates.GetValueOrDefault(type, Unknown), actors)}";

        (string Value, string Text)? Find(Dictionary<string, (string Detail, string Clause)> known) =>
            known.TryGetValue(type, out var entry) && Format(details[entry.Detail]) is { } value
                ? (value, string.Format(CultureInfo.InvariantCulture, entry.Clause, value))
                : null;
    }

    // "Norland rejects", "Norland and Suderland reject".
    private static string Conjugate(string predicate, IReadOnlyList<string> actors)
    {
        if (actors.Count < 2)
            return predicate;
        var (verb, rest) = predicate.IndexOf(' ', StringComparison.Ordinal) is var end and > 0
            ? (predicate[..end], predicate[end..])
            : (predicate, "");
        var plural =
            verb == "is" ? "are"
            : verb.EndsWith("ies", StringComparison.Ordinal) ? $"{verb[..^3]}y"
            : verb.EndsWith("sses", StringComparison.Ordinal) || verb.EndsWith("ches", StringComparison.Ordinal)
                ? verb[..^2]
            : verb[..^1];
        return plural + rest;
    }

    private static IEnumerable<string> ListParts(string type, string? target, JsonObject details)
    {
        if (target is not null)
            yield return $" {SummaryWords.Towards.GetValueOrDefault(type, "towards")} {target}";
        if ((Format(details["venue"]) ?? Format(details["destination"])) is { } place)
            yield return $" {(type == "TravelReported" ? "to" : "in")} {place}";
        if (Format(details["date"]) is { } date)
            yield return $" {(type is "AttendanceAttended" or "TravelReported" ? "on" : "for")} {date}";
    }

    private static string? Format(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonArray list => list.Count == 0 ? null : Join([.. list.Select(one => DescribeDay($"{one}"))]),
            _ => node.ToString() is { Length: > 0 } text ? DescribeDay(text) : null,
        };

    private static string Join(IReadOnlyList<string> names) =>
        names.Count switch
        {
            1 => names[0],
            <= MostNames => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
            _ => $"{string.Join(", ", names.Take(MostNames))} and others",
        };

    // A date that is no single day stays as it is written.
    private static string DescribeDay(string value) =>
        LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day } ? Day.Format(day) : value;

    private static string Upper(string clause) => $"{char.ToUpperInvariant(clause[0])}{clause[1..]}";
}
