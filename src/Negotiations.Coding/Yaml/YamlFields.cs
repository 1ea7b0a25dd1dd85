using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>
/// The fields of a YAML mapping: each is read once, what is wrong is noted with its line, what is left over too.
/// </summary>
internal sealed class YamlFields(string file, string path, YamlMappingNode node, List<CodingError> errors)
{
    private readonly Dictionary<string, YamlNode> unread = Index(file, path, node, errors);

    private readonly List<string> known = [];

    public string File => file;

    public bool Has(string name) => unread.ContainsKey(name);

    /// <summary>Whether a field is there that is not read yet, and is not null.</summary>
    public bool IsGiven(string name) => unread.TryGetValue(name, out var value) && !IsNull(value);

    /// <summary>Whether a field is there, read or not.</summary>
    public bool Contains(string name) =>
        node.Children.Keys.Any(key => key is YamlScalarNode scalar && scalar.Value == name);

    public bool IsEmpty => node.Children.Count == 0;

    /// <summary>Where every field below this mapping stands, by its path.</summary>
    public IReadOnlyDictionary<string, FieldPlace> Places => YamlLines.Locate(node);

    /// <summary>The mapping itself.</summary>
    public YamlMappingNode Node => node;

    /// <summary>Notes an error at a field, or at the mapping itself.</summary>
    public void Error(string? name, string message)
    {
        var at =
            name is not null
            && node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode key && key.Value == name)
                is { Key: not null } pair
                ? pair.Value
                : node;
        errors.Add(CodingError.At(file, at, FormatPath(name), message));
    }

    /// <summary>A text field, without its counting as read.</summary>
    public string? Peek(string name) =>
        unread.GetValueOrDefault(name) is YamlScalarNode scalar && HasText(scalar) ? scalar.Value!.Trim() : null;

    public string? Text(string name, bool required = false)
    {
        if (Take(name, required) is not { } value)
            return null;
        if (value is YamlScalarNode scalar)
        {
            if (scalar.Value!.Trim().Length > 0)
                return scalar.Value.Trim();
            if (required)
                Error(name, "must not be empty");
            return null;
        }

        Error(name, "is not a text");
        return null;
    }

    public IReadOnlyList<string>? Texts(string name, bool required = false)
    {
        if (Take(name, required) is not { } value)
            return null;
        if (value is YamlSequenceNode list && list.Children.All(HasText))
            return [.. list.Children.Select(child => ((YamlScalarNode)child).Value!.Trim())];
        Error(
            name,
            value is YamlScalarNode { Value: var text }
                ? $"is not a list of texts; write a list as [{text}]"
                : "is not a list of texts"
        );
        return null;
    }

    /// <summary>A text, or a list of texts; null where the field is absent or null.</summary>
    public IReadOnlyList<string>? TextOrTexts(string name, bool required = false)
    {
        if (unread.GetValueOrDefault(name) is not YamlSequenceNode list)
            return Text(name, required) is { } text ? [text] : null;
        if (list.Children.Count > 0)
            return Texts(name, required);
        Take(name, required);
        Error(name, "must not be empty");
        return null;
    }

    public int? Number(string name, bool required = false)
    {
        if (Text(name, required) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Error(name, $"'{text}' is not a whole number");
        return null;
    }

    public bool? Flag(string name, bool required = false)
    {
        var text = Text(name, required);
        if (text is null or "true" or "false")
            return text is null ? null : text == "true";
        Error(name, $"'{text}' is neither true nor false");
        return null;
    }

    public T? Value<T>(string name, Func<string, T> parse, bool required = false)
        where T : class
    {
        if (Text(name, required) is not { } text)
            return null;
        try
        {
            return parse(text);
        }
        catch (FormatException exception)
        {
            Error(name, exception.Message);
            return null;
        }
    }

    public YamlFields? Mapping(string name, bool required = false)
    {
        if (Take(name, required) is not { } value)
            return null;
        if (value is YamlMappingNode mapping)
            return new(file, FormatPath(name), mapping, errors);
        Error(name, "is not a mapping with fields of its own");
        return null;
    }

    public IReadOnlyList<YamlFields> Mappings(
        string name,
        bool required = false,
        bool notEmpty = false,
        Func<YamlNode?, string>? advise = null
    )
    {
        if (Take(name, required) is not { } value)
            return [];
        if (notEmpty && value is YamlSequenceNode { Children.Count: 0 })
            Error(name, "must not be empty");
        if (value is YamlSequenceNode list && list.Children.All(child => child is YamlMappingNode))
            return
            [
                .. list.Children.Select(
                    (child, i) => new YamlFields(file, $"{FormatPath(name)}[{i}]", (YamlMappingNode)child, errors)
                ),
            ];
        var wrong = value is YamlSequenceNode items
            ? items.Children.First(child => child is not YamlMappingNode)
            : value;
        Error(name, $"is not a list of mappings{advise?.Invoke(wrong)}");
        return [];
    }

    /// <summary>
    /// What stands in a field, as a list: its items, or itself where it is no list; none where it is absent or null.
    /// </summary>
    public IReadOnlyList<YamlItem> Items(string name, bool required = false, bool notEmpty = false)
    {
        if (Take(name, required) is not { } value)
            return [];
        if (notEmpty && value is YamlSequenceNode { Children.Count: 0 })
            Error(name, "must not be empty");
        return value is YamlSequenceNode list
            ? [.. list.Children.Select((child, i) => CreateItem(child, $"{FormatPath(name)}[{i}]"))]
            : [CreateItem(value, FormatPath(name))];
    }

    /// <summary>What stands in a field, whatever it is; null where it is absent or null.</summary>
    public YamlItem? Item(string name, bool required = false) =>
        Take(name, required) is { } value ? CreateItem(value, FormatPath(name)) : null;

    /// <summary>The fields of a mapping by their names, in order.</summary>
    public IEnumerable<(string Name, YamlItem Item)> ReadAll()
    {
        foreach (var name in unread.Keys.ToList())
        {
            if (Item(name) is { } item)
                yield return (name, item);
        }
    }

    /// <summary>A mapping that is not there, read as one without fields.</summary>
    public YamlFields Absent(string name) => new(file, FormatPath(name), new YamlMappingNode(), errors);

    private YamlItem CreateItem(YamlNode value, string at) => new(file, at, value, errors);

    /// <summary>Notes every field that nothing has read.</summary>
    /// <param name="others">The fields that there can be besides those that were asked for.</param>
    public void RefuseUnknown(params IEnumerable<string> others)
    {
        foreach (var name in unread.Keys)
        {
            var all = known.Concat(others).Distinct().ToList();
            Error(
                name,
                $"is not a field here; there are {string.Join(", ", all)}{SpellingSuggestions.Question(name, all)}"
            );
        }
    }

    /// <summary>
    /// A field's node, or null where it is absent or null; a required field must be there and not null.
    /// </summary>
    private YamlNode? Take(string name, bool required)
    {
        known.Add(name);
        var there = unread.Remove(name, out var value);
        if (there && !IsNull(value!))
            return value;
        if (required)
            Error(there ? name : null, there ? "must not be null" : $"'{name}' is missing");
        return null;
    }

    private static bool HasText(YamlNode value) =>
        value is YamlScalarNode scalar && !IsNull(scalar) && !string.IsNullOrWhiteSpace(scalar.Value);

    // The parser takes the same name under two tags for two names.
    private static Dictionary<string, YamlNode> Index(
        string file,
        string path,
        YamlMappingNode node,
        List<CodingError> errors
    )
    {
        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Children)
        {
            var problem =
                key is not YamlScalarNode { Value: { } name } ? "the name of a field is a plain text"
                : !fields.TryAdd(name, value) ? $"the field '{name}' is there twice"
                : null;
            if (problem is not null)
                errors.Add(CodingError.At(file, key, path, problem));
        }

        return fields;
    }

    internal static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    private string FormatPath(string? name) =>
        name is null ? path
        : path.Length == 0 ? name
        : $"{path}.{name}";
}
