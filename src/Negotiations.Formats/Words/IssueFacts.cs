namespace Negotiations.Formats;

/// <summary>
/// The facts of an answer, as weak spots name them: in the words of the rest of the program, beside their keys.
/// </summary>
public sealed class IssueFacts(Answer answer)
{
    private readonly NameWords names = new(answer.Definition);
    private readonly Dictionary<string, Fact> facts = answer.Facts.ToDictionary(
        fact => fact.Key,
        StringComparer.Ordinal
    );
    private readonly FactLine lines = new(new(answer.Definition), answer.Zone, [])
    {
        Coded = CodedNames.Read(answer.Facts),
    };

    /// <summary>A fact in words: <c>Spring round, Attendance, Ada Brill: declined</c>.</summary>
    public string Describe(string key)
    {
        var line = lines.Describe(facts[key]);
        var value = string.Join(", ", new[] { line.Status, line.Details }.Where(words => !string.IsNullOrEmpty(words)));
        return $"{names.DisplayRound(ParseRound(key))}, {FindSection(key)}, {line.Subject}: {value}";
    }

    /// <summary>
    /// How many facts there are of each round and section: <c>Spring round: Attendance 2, Statements 7</c>.
    /// </summary>
    public string DescribeCounts(IEnumerable<string> keys) =>
        string.Join(
            "; ",
            Rounds
                .GroupByRound(answer, keys, key => key)
                .Select(round =>
                {
                    var sections = Subjects
                        .InSections(round, key => key)
                        .Select(section => $"{section.Key} {section.Count()}");
                    return $"{names.DisplayRound(round.Key)}: {string.Join(", ", sections)}";
                })
        );

    private static string ParseRound(string key) => key.Split('/')[0];

    private static string FindSection(string key) => Subjects.FindSection(key.Split('/')[1]);
}
