using System.Text.Json.Nodes;

namespace Negotiations.Formats;

/// <summary>Names as people know them, for the identifiers in keys and values.</summary>
public sealed class NameWords(NegotiationDefined definition)
{
    private readonly NameIndex index = new(definition);

    /// <summary>The canonical name; for what has none, the identifier in words.</summary>
    public string DisplayName(string id) => index.DisplayName(id);

    /// <summary>The canonical names: <c>Germany and France</c>; null where there are none.</summary>
    /// <param name="value">An identifier, several, or null.</param>
    public string? DisplayNames(JsonNode? value) =>
        value switch
        {
            null => null,
            JsonArray several => DisplayNames(several.Select(id => id!.GetValue<string>())),
            _ => DisplayName(value.GetValue<string>()),
        };

    /// <summary>The canonical names: <c>Germany, France and Poland</c>; null where there are none.</summary>
    public string? DisplayNames(IEnumerable<string> ids) =>
        ids.Select(DisplayName).ToList() switch
        {
            [] => null,
            [.. var others, var last] when others.Count > 0 => $"{string.Join(", ", others)} and {last}",
            var names => names[0],
        };

    /// <summary>The canonical name, or null where the identifier is nobody's.</summary>
    public string? Find(string id) => index.WithId(id)?.Name;

    /// <summary>A link of a chain of attribution; what is unnamed says so.</summary>
    public string DisplayLink(ChainLink link) =>
        link switch
        {
            { Name: null } => "reportedly",
            { Kind: LinkKind.Unnamed } => $"unnamed: {link.Name.Written}",
            _ => DisplayName(link.Name.Id),
        };

    /// <summary>The grades of a link of a chain, as a source.</summary>
    public IReadOnlyList<Grade> FindGrades(ChainLink link) => index.FindGrades(link);

    /// <summary>What people call a round.</summary>
    public string DisplayRound(string id) =>
        id == Round.General
            ? "Beyond the rounds"
            : definition.Rounds.FirstOrDefault(round => round.Id == id)?.Title ?? id;
}
