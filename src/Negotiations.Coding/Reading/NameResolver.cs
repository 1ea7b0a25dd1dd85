namespace Negotiations.Coding;

/// <summary>Resolves the names of a coded article by the negotiation's own file.</summary>
internal sealed class NameResolver(NegotiationDefined definition)
{
    private readonly NameIndex index = new(definition);

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
}
