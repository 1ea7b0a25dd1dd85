namespace Negotiations.Coding;

/// <summary>Resolves the names of a coded article by the negotiation's own file.</summary>
internal sealed class NameResolver(NegotiationDefined definition)
{
    private readonly NameIndex index = new(definition);
    private readonly IssueIndex issues = new(definition);

    public NegotiationDefined Definition => definition;

    public NamedEntity? Find(string form) => index.Find(form);

    public NamedEntity? WithId(string id) => index.WithId(id);

    /// <summary>A name in a field, resolved; a form that no one defined is noted.</summary>
    public Name? Read(YamlFields fields, string field, params ReadOnlySpan<EntityKind> kinds) =>
        Read(fields, field, required: false, kinds);

    /// <summary>A name in a field that may have to be there, resolved.</summary>
    public Name? Read(YamlFields fields, string field, bool required, params ReadOnlySpan<EntityKind> kinds) =>
        fields.Text(field, required) is { } form ? Resolve(fields, field, form, kinds) : null;

    /// <summary>A form of a name, resolved; one that no one defined is noted.</summary>
    public Name? Resolve(YamlFields fields, string field, string form, params ReadOnlySpan<EntityKind> kinds)
    {
        if (Find(form) is not { } entity)
        {
            fields.Error(
                field,
                $"nobody defined the name '{form}'; add it, or this spelling of it, to the file of the "
                    + $"negotiation '{definition.Negotiation}'"
                    + SpellingSuggestions.Question(form, ListForms(kinds))
            );
            return null;
        }

        if (kinds.Length > 0 && !kinds.Contains(entity.Kind))
            fields.Error(
                field,
                $"'{form}' is defined as {EnumText.Format(entity.Kind)}; here stands "
                    + $"{string.Join(" or ", kinds.ToArray().Select(kind => EnumText.Format(kind)))}"
            );
        return new(form, entity.Id);
    }

    // Of no kinds: of all.
    private List<string> ListForms(ReadOnlySpan<EntityKind> kinds)
    {
        var forms = new List<string>();
        foreach (var entity in definition.Entities)
        {
            if (kinds.Length == 0 || kinds.Contains(entity.Kind))
                forms.AddRange([entity.Name, .. entity.Spellings]);
        }

        return forms;
    }

    /// <summary>
    /// The identifier of the party on whose side an entity is, of a party itself; null where it has no side.
    /// </summary>
    public string? FindSide(string id) => index.FindSide(id);

    /// <summary>The rule by which a standing that is not written follows.</summary>
    public StandingRule Standings => new(index);

    /// <summary>The issue in a field, resolved; one that the negotiation's file does not list is noted.</summary>
    public Name? ReadIssue(YamlFields fields, string field)
    {
        if (fields.Text(field) is not { } form)
            return null;
        if (issues.Find(form) is { } issue)
            return new(form, issue.Id);
        var names = definition.Issues.SelectMany(
            IEnumerable<string> (known) => [known.Id, known.Name, .. known.Spellings]
        );
        fields.Error(
            field,
            $"'{form}' is no issue of the negotiation '{definition.Negotiation}'; "
                + (
                    definition.Issues.Count == 0
                        ? "its file lists none under 'issues'"
                        : $"there are {string.Join(", ", definition.Issues.Select(known => known.Id))}"
                )
                + SpellingSuggestions.Question(form, names)
        );
        return null;
    }
}
