using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Negotiations.Formats;

/// <summary>
/// The names of agreements, exchanges, proposals and deadlines as they were coded: the key of a fact has only their
/// slug, which has lost their capitals.
/// </summary>
public sealed class CodedNames
{
    // Subjects of which some facts have the name among their details.
    private static readonly FrozenSet<string> InValues = FrozenSet.Create("agreement", "exchange", "proposal");

    private readonly Dictionary<(string Subject, string Slug), string> names = [];

    private CodedNames() { }

    /// <summary>No name is known.</summary>
    public static CodedNames None { get; } = new();

    /// <summary>The names in facts; of what has several spellings, that of the first fact.</summary>
    /// <param name="facts">Facts; those that are folded from reports name deadlines too.</param>
    public static CodedNames Read(IEnumerable<FactState> facts)
    {
        var found = new CodedNames();
        foreach (var fact in facts)
        {
            if (fact.Key.Split('/') is [_, var subject, var slug, ..] && Read(fact, subject, slug) is { } name)
                found.names.TryAdd((subject, slug), name);
        }

        return found;
    }

    /// <summary>The name behind a segment of a key; null where none is known.</summary>
    /// <param name="subject">The subject of the key, such as <c>agreement</c>.</param>
    /// <param name="slug">The segment.</param>
    public string? Find(string subject, string slug) => names.GetValueOrDefault((subject, slug));

    /// <summary>The name that a fact itself has for a segment of its key; null where it has none.</summary>
    public static string? Read(FactState fact, string subject, string slug)
    {
        // What has no name is called by its act, which is no name.
        IEnumerable<string?> written =
            InValues.Contains(subject) ? [FindText(JsonNode.Parse(fact.Value.Json)![subject])]
            : subject == "deadline" && fact is Fact folded
                ? folded
                    .Resolution.All.SelectMany(claim => claim.Reports)
                    .Select(report => (report.Report as DeadlineSet)?.Name)
            : [];
        return written.FirstOrDefault(name => name is not null && Slug.From(name) == slug);
    }

    private static string? FindText(JsonNode? value) =>
        value is JsonValue plain && plain.TryGetValue<string>(out var text) ? text : null;
}
