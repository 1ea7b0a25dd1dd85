namespace Negotiations;

/// <summary>Finds the entity of a negotiation that a form of a name means.</summary>
public sealed class NameIndex
{
    private readonly FormIndex<NamedEntity> index;
    private readonly Dictionary<string, NamedEntity> byId = new(StringComparer.Ordinal);

    /// <summary>
    /// Indexes the names of a negotiation, which must not contradict each other (see <see cref="Clashes"/>).
    /// </summary>
    public NameIndex(NegotiationDefined negotiation)
    {
        index = new(negotiation.Entities, ListForms);
        foreach (var entity in negotiation.Entities)
            byId.TryAdd(entity.Id, entity);
    }

    /// <summary>The entity that a canonical name, a spelling or an identifier means, or null.</summary>
    /// <remarks>
    /// A form that is typed otherwise (a curly apostrophe, another hyphen) means the same, unless it then means two.
    /// </remarks>
    public NamedEntity? Find(string form) => index.Find(form);

    /// <summary>The entity with an identifier, or null.</summary>
    public NamedEntity? WithId(string id) => byId.GetValueOrDefault(id);

    /// <summary>The canonical name of what has an identifier; for what has none, the identifier in words.</summary>
    public string DisplayName(string id) => WithId(id)?.Name ?? id.Replace('-', ' ');

    /// <summary>
    /// The identifier of the party on whose side an entity is, of a party itself; null where it has no side.
    /// </summary>
    public string? FindSide(string id) =>
        WithId(id) is not { } entity ? null
        : entity.Kind == EntityKind.Party ? entity.Id
        : entity.Side;

    /// <summary>The grades of a link of a chain of attribution, as a source; none where nobody graded it.</summary>
    public IReadOnlyList<Grade> FindGrades(ChainLink link) =>
        link.Name is { } name ? WithId(name.Id)?.Grades ?? [] : [];

    /// <summary>The forms that mean two entities of a negotiation, each with both.</summary>
    public static IEnumerable<(string Form, NamedEntity First, NamedEntity Second)> Clashes(
        IEnumerable<NamedEntity> entities
    ) => FormIndex<NamedEntity>.FindClashes(entities, ListForms);

    private static IEnumerable<string> ListForms(NamedEntity entity) => [entity.Id, entity.Name, .. entity.Spellings];
}
