namespace Negotiations.Coding;

/// <summary>The coded file of an article version.</summary>
/// <param name="File">The file.</param>
/// <param name="Article">What it says.</param>
/// <param name="Places">The place of each field, such as <c>events[3].evidence[0]</c>. Only errors need them, and they
/// take more memory than all that the file says; so they are looked up when they are asked for.</param>
public sealed record CodedFile(string File, CodedArticle Article, Lazy<IReadOnlyDictionary<string, FieldPlace>> Places)
{
    /// <summary>An error at a field of the file.</summary>
    public CodingError Error(string field, string message)
    {
        var place = Find(field);
        return new(File, place.Line, field, message) { Column = place.Column };
    }

    /// <summary>
    /// The place of a field; of one that is not written, that of what it belongs to: the list, the mapping, the report.
    /// </summary>
    public FieldPlace Find(string field)
    {
        for (var path = field; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (Places.Value.TryGetValue(path, out var place))
                return place;
        }

        return default;
    }
}
