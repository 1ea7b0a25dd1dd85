namespace Negotiations.Formats;

/// <summary>Names as people know them, for the identifiers in keys and values.</summary>
public sealed class NameWords(NegotiationDefined definition)
{
    private readonly NameIndex index = new(definition);

    /// <summary>The canonical name; for what has none, the identifier in words.</summary>
    public string DisplayName(string id) => index.DisplayName(id);

    /// <summary>The canonical name, or null where the identifier is nobody's.</summary>
    public string? Find(string id) => index.WithId(id)?.Name;

    /// <summary>The grades of a link of a chain, as a source.</summary>
    public IReadOnlyList<Grade> FindGrades(ChainLink link) => index.FindGrades(link);

    /// <summary>What people call a round.</summary>
    public string DisplayRound(string id) =>
        id == Round.General
            ? "Beyond the rounds"
            : definition.Rounds.FirstOrDefault(round => round.Id == id)?.Title ?? id;
}
