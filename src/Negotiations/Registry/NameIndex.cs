namespace Negotiations;

/// <summary>Finds the entity of a negotiation that a form of a name means.</summary>
public sealed class NameIndex
{
    private readonly Dictionary<string, NamedEntity> byForm = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, NamedEntity> byFolded;
    private readonly Dictionary<string, NamedEntity> byId = new(StringComparer.Ordinal);

    /// <summary>
    /// Indexes the names of a negotiation, which must not contradict each other (see <see cref="Clashes"/>).
    /// </summary>
    public NameIndex(NegotiationDefined negotiation)
    {
        foreach (var entity in negotiation.Entities)
        {
            byId.TryAdd(entity.Id, entity);
            foreach (var form in ListForms(entity))
                byForm.TryAdd(form, entity);
        }

        byFolded = negotiation
            .Entities.SelectMany(entity =>
                ListForms(entity)
                    .Select(NameForm.Fold)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(form => (Form: form, Entity: entity))
            )
            .ToLookup(pair => pair.Form, pair => pair.Entity, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The entity that a canonical name, a spelling or an identifier means, or null.</summary>
    /// <remarks>
    /// A form that is typed otherwise (a curly apostrophe, another hyphen) means the same, unless it then means two.
    /// </remarks>
    public NamedEntity? Find(string form) =>
        byForm.GetValueOrDefault(NameForm.Compose(form.Trim()))
        ?? (byFolded[NameForm.Fold(form)].ToList() is [var only] ? only : null);

    /// <summary>The entity with an identifier, or null.</summary>
    public NamedEntity? WithId(string id) => byId.GetValueOrDefault(id);

    /// <summary>The canonical name of what has an identifier; for what has none, the identifier in words.</summary>
    public string DisplayName(string id) => WithId(id)?.Name ?? id.Replace('-', ' ');

    /// <summary>The grades of a link of a chain of attribution, as a source; none where nobody graded it.</summary>
    public IReadOnlyList<Grade> FindGrades(ChainLink link) =>
        link.Name is { } name ? WithId(name.Id)?.Grades ?? [] : [];

    /// <summary>The forms that mean two entities of a negotiation, each with both.</summary>
    public static IEnumerable<(string Form, NamedEntity First, NamedEntity Second)> Clashes(
        IEnumerable<NamedEntity> entities
    )
    {
        var seen = new Dictionary<string, NamedEntity>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in entities)
        {
            foreach (var form in ListForms(entity).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!seen.TryAdd(form, entity))
                    yield return (form, seen[form], entity);
            }
        }
    }

    private static IEnumerable<string> ListForms(NamedEntity entity) =>
        new[] { entity.Id, entity.Name }.Concat(entity.Spellings).Select(form => NameForm.Compose(form.Trim()));
}
