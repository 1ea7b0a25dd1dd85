namespace Negotiations;

/// <summary>Finds words, in any order and whatever their case, in what reports say and name.</summary>
/// <param name="text">The words.</param>
/// <param name="names">The names of the negotiation's file: every form of a name, and an office, stand for it.</param>
internal sealed class WordSearch(string text, NameIndex names)
{
    private readonly string[] words = NameForm.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly Dictionary<string, string[]> forms = new(StringComparer.Ordinal);

    /// <summary>Whether a report has all the words.</summary>
    /// <param name="report">The report.</param>
    /// <param name="around">What stands around the report and is searched too, such as the title of its
    /// article.</param>
    public bool Finds(Report report, params IEnumerable<string?> around)
    {
        string[] said =
        [
            .. around.OfType<string>().Select(NameForm.Fold),
            .. ReportContent.ListWords(report).Select(NameForm.Fold),
            .. ReportContent
                .ListNames(report)
                .SelectMany(IEnumerable<string> (name) => [NameForm.Fold(name.Written), .. ListForms(name.Id)]),
            NameForm.Fold(report.Written ?? ""),
        ];
        return Array.TrueForAll(words, word =>
            said.Any(part => part.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
    }

    private string[] ListForms(string id) =>
        forms.TryGetValue(id, out var known)
            ? known
            : forms[id] = names.WithId(id) is { } entity
                ? [.. new[] { entity.Name, entity.Office ?? "" }.Concat(entity.Spellings).Select(NameForm.Fold)]
                : [];
}
