namespace Negotiations.Coding;

/// <summary>The coded file of an article version.</summary>
/// <param name="File">The file.</param>
/// <param name="Article">What it says.</param>
/// <param name="Places">The place of each field, such as <c>events[3].evidence[0]</c>. Only errors need them, and they
/// take more memory than all that the file says; so they are looked up when they are asked for.</param>
public sealed record CodedFile(string File, CodedArticle Article, Lazy<IReadOnlyDictionary<string, FieldPlace>> Places)
{
    private const string Events = "events[";

    /// <summary>
    /// Which event of the file each report is, counted from 0; empty where every event is a report. Proposals that were
    /// not accepted are no reports.
    /// </summary>
    public IReadOnlyList<int> ReportPlaces { get; init; } = [];

    /// <summary>How many proposals are left out because nobody has decided them.</summary>
    public int Unreviewed { get; init; }

    /// <summary>An error at a field of the file.</summary>
    public CodingError Error(string field, string message)
    {
        var place = Find(field);
        return new(File, place.Line, NameInFile(field), message) { Column = place.Column };
    }

    /// <summary>
    /// The place of a field; of one that is not written, that of what it belongs to: the list, the mapping, the report.
    /// </summary>
    public FieldPlace Find(string field)
    {
        for (var path = NameInFile(field); path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (Places.Value.TryGetValue(path, out var place))
                return place;
        }

        return default;
    }

    // A report is counted among the reports, and stands among all events of the file.
    private string NameInFile(string field)
    {
        if (ReportPlaces.Count == 0 || !field.StartsWith(Events, StringComparison.Ordinal))
            return field;
        var end = field.IndexOf(']', StringComparison.Ordinal);
        return
            int.TryParse(field.AsSpan(Events.Length, end - Events.Length), out var report)
            && report < ReportPlaces.Count
            ? $"{Events}{ReportPlaces[report]}{field[end..]}"
            : field;
    }
}
