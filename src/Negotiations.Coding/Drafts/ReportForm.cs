using System.Reflection;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>The fields of a report as somebody fills them in: each a text, read and written by its kind.</summary>
/// <remarks>
/// Whoever shows a form needs to know nothing of YAML: what a coded file has as a list is a line for each item here.
/// </remarks>
public static partial class ReportForm
{
    private const string Details = "details";

    private static readonly FormField[] Fixed =
    [
        new("type", FormKind.Type),
        new("actor", FormKind.Several),
        new("written", FormKind.Text),
        new("side", FormKind.Text),
        new("target", FormKind.Text),
        new("others", FormKind.Lines),
        new("round", FormKind.Several),
        new("issue", FormKind.Text),
        new("happened", FormKind.Text),
        new("happenedFrom", FormKind.Text),
        new("timeOfDay", FormKind.Text) { Words = [.. TimeOfDay.Words.Keys], IsOpen = true },
        new("lookingBack", FormKind.Flag),
        new("ended", FormKind.Flag),
        new("covers", FormKind.Text),
        new("known", FormKind.Text),
        new("chain", FormKind.Links),
        new("standing", FormKind.Text) { Words = ListWords<Standing>() },
        new("modality", FormKind.Text) { Words = ListWords<Modality>() },
        new("evidence", FormKind.Places),
        new("certainty", FormKind.Number) { Words = ["1", "2", "3", "4", "5"] },
        new("act", FormKind.Text),
        new("precededBy", FormKind.Lines),
        new("summary", FormKind.Text),
    ];

    /// <summary>The fields of a report of some type, those of its details as <c>details.form</c>.</summary>
    /// <param name="type">The type; where there is none of this name, only the fields of every report.</param>
    public static IReadOnlyList<FormField> ListFields(string? type) => [.. Fixed, .. ListDetails(type)];

    /// <summary>The fields of the details of a type.</summary>
    public static IReadOnlyList<FormField> ListDetails(string? type) =>
        FindType(type) is { } found ? [.. DetailProperties.List(found).Select(Describe)] : [];

    /// <summary>Which kind of change a correction makes of a field, and its name in it.</summary>
    public static (string Group, string Field) FindGroup(string field)
    {
        var name = field.StartsWith($"{Details}.", StringComparison.Ordinal) ? field[(Details.Length + 1)..] : field;
        return (CorrectionFields.ForField(name), name);
    }

    /// <summary>The fields of an event that have a value, as texts.</summary>
    internal static IReadOnlyDictionary<string, string> Read(YamlMappingNode node)
    {
        var details = DraftNodes.Find(node, Details) as YamlMappingNode ?? [];
        return ListFields(DraftNodes.FindText(node, "type"))
            .Select(field =>
                (field.Name, Text: Read(field, DraftNodes.Find(IsDetail(field) ? details : node, NameIn(field))))
            )
            .Where(field => field.Text.Length > 0)
            .ToDictionary(field => field.Name, field => field.Text, StringComparer.Ordinal);
    }

    /// <summary>The value that a text stands for; null where it is empty.</summary>
    /// <exception cref="FormatException">It is in brackets or braces that are not closed.</exception>
    internal static YamlNode? Write(FormField field, string text)
    {
        var typed = text.Trim();
        if (typed.Length == 0)
            return null;
        return field.Kind switch
        {
            FormKind.Flag or FormKind.Number => YamlText.Plain(typed),
            FormKind.Several => WriteSeveral([.. Split(typed, ';')]),
            FormKind.Lines => YamlText.List([.. Split(typed, '\n').Select(YamlText.Text)]),
            FormKind.Links or FormKind.Places => WriteItems([.. Split(typed, '\n').Select(WriteItem)]),
            _ when typed == "null" || typed[0] == '{' => DraftNodes.Parse(typed),
            _ => YamlText.Text(OneLine(typed)),
        };
    }

    /// <summary>The value of a field in a correction, as somebody would write it in a command.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was typed; empty for unknown.</param>
    /// <exception cref="FormatException">It is in brackets or braces that are not closed.</exception>
    public static string WriteValue(FormField field, string text) =>
        Write(field, text) is { } node ? DraftNodes.WriteQuoted(node) : "null";

    /// <summary>Whether two texts of a field mean the same.</summary>
    public static bool AreSame(FormField field, string one, string other) =>
        Simplify(field, one) == Simplify(field, other);

    private static string Simplify(FormField field, string text) =>
        field.Kind is FormKind.Lines or FormKind.Links or FormKind.Places ? string.Join('\n', Split(text, '\n'))
        : field.Kind == FormKind.Several ? string.Join(';', Split(text, ';'))
        : OneLine(text);

    internal static bool IsDetail(FormField field) => field.Name.StartsWith($"{Details}.", StringComparison.Ordinal);

    internal static string NameIn(FormField field) => IsDetail(field) ? field.Name[(Details.Length + 1)..] : field.Name;

    private static string Read(FormField field, YamlNode? value) =>
        value switch
        {
            null => "",
            YamlScalarNode { Value: "null", Style: YamlDotNet.Core.ScalarStyle.Plain } => "",
            YamlScalarNode { Value: var text } => text ?? "",
            YamlSequenceNode list => string.Join(
                field.Kind == FormKind.Several ? "; " : "\n",
                list.Children.Select(DraftNodes.Write)
            ),
            _ => DraftNodes.Write(value),
        };

    private static YamlNode WriteSeveral(IReadOnlyList<string> items) =>
        items switch
        {
            ["null"] => YamlText.Null,
            [var only] => YamlText.Text(only),
            _ => YamlText.List([.. items.Select(YamlText.Text)]),
        };

    // Evidence and chains stand alone, or in a list.
    private static YamlNode WriteItems(IReadOnlyList<YamlNode> items) =>
        items is [YamlScalarNode only] ? only : YamlText.List(items);

    private static YamlNode WriteItem(string item) =>
        item[0] == '{' ? DraftNodes.Parse(item)!
        : Position().IsMatch(item) ? YamlText.Plain(item)
        : YamlText.Text(item);

    private static IEnumerable<string> Split(string text, char between) =>
        text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string OneLine(string text) => WhiteSpace().Replace(text.Trim(), " ");

    private static Type? FindType(string? type) => ReportTypes.All.FirstOrDefault(known => known.Name == type);

    private static FormField Describe(PropertyInfo property)
    {
        var type = DetailProperties.FindKind(property);
        var field = new FormField(
            $"{Details}.{DetailProperties.FormatName(property)}",
            type == typeof(int) ? FormKind.Number
                : type == typeof(bool) ? FormKind.Flag
                : type == typeof(IReadOnlyList<string>) || type == typeof(IReadOnlyList<Name>) ? FormKind.Lines
                : FormKind.Text
        )
        {
            IsRequired = DetailProperties.IsRequired(property),
            IsName = type == typeof(Name) || type == typeof(IReadOnlyList<Name>),
            IsDate = type == typeof(Edtf),
        };
        if (type.IsEnum)
            return field with { Words = [.. EnumReader.ListWords(type).Keys] };
        return DetailProperties.FindWords(property) is { } words
            ? field with
            {
                Words = words.Words,
                IsOpen = words.IsOpen,
            }
            : field;
    }

    private static IReadOnlyList<string> ListWords<T>() => [.. EnumReader.ListWords(typeof(T)).Keys];

    [GeneratedRegex("^[0-9]+-[0-9]+( [0-9a-f]{64})?$")]
    private static partial Regex Position();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}

/// <summary>A field of a form.</summary>
/// <param name="Name">Its name in a coded file, such as <c>actor</c> or <c>details.form</c>.</param>
/// <param name="Kind">How its text is read.</param>
public sealed record FormField(string Name, FormKind Kind)
{
    /// <summary>The words that it can have; empty where it can have any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it can have other words too.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the text of an article has to say it, or it is unknown.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it has names of the negotiation's file.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether it has a date in EDTF.</summary>
    public bool IsDate { get; init; }
}

/// <summary>How the text of a field is read.</summary>
public enum FormKind
{
    /// <summary>The event type.</summary>
    Type,

    /// <summary>One value.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One value, or several with semicolons between them.</summary>
    Several,

    /// <summary>A value in each line.</summary>
    Lines,

    /// <summary>The links of a chain, one in each line: a name, or in braces what a coded file has.</summary>
    Links,

    /// <summary>Places of the text, one in each line: words or a position, or in braces what a coded file
    /// has.</summary>
    Places,
}
