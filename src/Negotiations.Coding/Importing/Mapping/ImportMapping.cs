namespace Negotiations.Coding;

/// <summary>Which labels of annotations are which types of events, and which of their features which fields.</summary>
public sealed class ImportMapping
{
    internal ImportMapping(string file, IReadOnlyList<MappedEvent> events, IReadOnlyList<MappedField> defaults) =>
        (File, Events, Defaults) = (file, events, defaults);

    /// <summary>Its file.</summary>
    public string File { get; }

    internal IReadOnlyList<MappedEvent> Events { get; }

    /// <summary>The fields of events that do not have them.</summary>
    internal IReadOnlyList<MappedField> Defaults { get; }

    /// <summary>Reads one.</summary>
    /// <exception cref="CodingException">It is no such file; everything that is wrong is listed.</exception>
    public static ImportMapping Read(SubmittedFile submitted)
    {
        var errors = new List<CodingError>();
        var mapping = MappingReader.Read(YamlDocument.Read(submitted, errors), submitted.File);
        return errors.Count == 0 ? mapping : throw new CodingException([.. errors.Take(MostErrors)]);
    }

    /// <summary>Reads one from the disk.</summary>
    /// <exception cref="CodingException">It cannot be read, or is no such file.</exception>
    public static ImportMapping Read(string path)
    {
        var errors = new List<CodingError>();
        return YamlDocument.ReadText(path, errors) is { } text ? Read(text) : throw new CodingException(errors);
    }

    internal const int MostErrors = 100;
}

/// <summary>What becomes of the annotations with a label.</summary>
/// <param name="Label">The label, layer or tag.</param>
/// <param name="Where">The values that features must have, by their names.</param>
/// <param name="Fields">The fields, the type first.</param>
/// <param name="Place">Where it stands in the mapping.</param>
internal sealed record MappedEvent(
    string Label,
    IReadOnlyList<(string Feature, IReadOnlyList<string> Values)> Where,
    IReadOnlyList<MappedField> Fields,
    FieldPlace Place
);

/// <summary>Where a field of an event comes from.</summary>
/// <param name="Name">The field, such as <c>actor</c> or <c>details.form</c>.</param>
/// <param name="Place">Where it stands in the mapping.</param>
internal sealed record MappedField(string Name, FieldPlace Place)
{
    /// <summary>What it always is; empty where it comes from features.</summary>
    public IReadOnlyList<string> Constant { get; init; } = [];

    /// <summary>Whether it is always unknown.</summary>
    public bool IsNull { get; init; }

    /// <summary>The features, roles or relations from which it comes.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Of an annotation that these point to, the feature that is meant; null: its words.</summary>
    public string? Feature { get; init; }

    /// <summary>What values of a feature mean; null: themselves.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What it is where nothing is given.</summary>
    public string? Default { get; init; }

    /// <summary>Of a link of a chain: its kind, where it does not follow from the name.</summary>
    public string? Kind { get; init; }

    /// <summary>Of a link of a chain: its side.</summary>
    public string? Side { get; init; }

    /// <summary>Of a chain: its links, the origin first.</summary>
    public IReadOnlyList<MappedField> Links { get; init; } = [];
}
