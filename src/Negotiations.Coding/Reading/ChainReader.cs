namespace Negotiations.Coding;

/// <summary>Reads chains of attribution.</summary>
internal static class ChainReader
{
    public static IReadOnlyList<ChainLink> Read(IEnumerable<YamlFields> links, NameResolver names, int textLength) =>
        [.. links.Select(link => ReadLink(link, names, textLength))];

    private static ChainLink ReadLink(YamlFields fields, NameResolver names, int textLength)
    {
        var kind = EnumReader.Read<LinkKind>(fields, "kind", required: true);
        var name = kind is null or LinkKind.Unnamed
            ? Description(fields)
            : names.Read(fields, "name", required: true, ListKinds(kind.Value));
        var hasSpan = SpanReader.IsIn(fields);
        var link = new ChainLink
        {
            // What is no kind has been noted; an outlet contradicts the least.
            Kind = kind ?? LinkKind.Outlet,
            Name = name,
            Side = names.Read(fields, "side", EntityKind.Party),
            SpeaksFor = name is null || kind is null or LinkKind.Unnamed ? null : names.WithId(name.Id)?.SpeaksFor,
            Span = hasSpan ? SpanReader.Read(fields, textLength) : null,
            Implied = fields.Text("implied"),
        };
        if (!hasSpan && link.Implied is null)
            fields.Error(null, "a link has either a span (start, end, sha256) or 'implied' with the reason");
        fields.RefuseUnknown();
        return link;
    }

    private static Name? Description(YamlFields fields)
    {
        var description = fields.Text("name");
        ReportFields.CheckName(fields, "name", description);
        return description is null ? null : new(description, Slug.From(description));
    }

    private static EntityKind[] ListKinds(LinkKind kind) =>
        kind switch
        {
            LinkKind.Person => [EntityKind.Person],
            LinkKind.Institution => [EntityKind.Institution, EntityKind.Party, EntityKind.Group],
            LinkKind.Agency => [EntityKind.Agency],
            _ => [EntityKind.Outlet, EntityKind.Agency],
        };
}
