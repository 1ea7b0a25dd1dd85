namespace Negotiations.Coding;

/// <summary>Reads chains of attribution.</summary>
internal static class ChainReader
{
    /// <summary>The links in a field.</summary>
    /// <param name="fields">The fields of a report, or of the file.</param>
    /// <param name="context">The file.</param>
    /// <param name="evidence">Where the report stands; null for the chain of the whole article.</param>
    public static IReadOnlyList<ChainLink> Read(
        YamlFields fields,
        FileContext context,
        IReadOnlyList<TextSpan>? evidence
    )
    {
        var isOfArticle = evidence is null;
        if (!context.IsShort)
            return
            [
                .. fields
                    .Mappings("chain", required: isOfArticle, notEmpty: isOfArticle, context.SuggestFormat)
                    .Select(link => ReadLink(link, new(context, evidence))),
            ];
        if (fields.Item("chain") is not { } chain)
            return [];
        if (isOfArticle && chain.Items.Count == 0)
            chain.Error("must not be empty");
        if (!isOfArticle && chain.Text is { } name && context.Chains.TryGetValue(name, out var named))
        {
            var from = context.Spans.Anchors.Count;
            var links = ReadItems(named, new(context, evidence));
            context.Spans.AddUse(chain, named, links, from);
            return links;
        }

        return ReadItems(chain, new(context, evidence));
    }

    private static IReadOnlyList<ChainLink> ReadItems(YamlItem chain, Place place) =>
        [.. chain.Items.Select(item => ReadItem(item, place)).OfType<ChainLink>()];

    private static ChainLink? ReadItem(YamlItem item, Place place)
    {
        var names = place.Context.Names;
        if (item.ReadFields() is { } fields)
            return ReadLink(fields, place, item);
        if (item.Text is not { } name)
        {
            item.Error("is no link; write its name, or a mapping such as {name: Ada Brill, words: \"the president\"}");
            return null;
        }

        if (names.Find(name) is not { } entity)
        {
            item.Error(
                $"nobody defined the name '{name}'; add it, or this spelling of it, to the file of the negotiation "
                    + $"'{names.Definition.Negotiation}'"
                    + SpellingSuggestions.Question(name, [.. place.Context.Chains.Keys, .. ListForms(names)])
                    + "; a source without a name is {name: two officials, kind: unnamed, words: \"…\"}"
            );
            return null;
        }

        return new()
        {
            Kind = entity.LinkKind,
            Name = new(name, entity.Id),
            SpeaksFor = entity.SpeaksFor,
            Span = place.Context.Spans.FindName(item, AnchorKind.Name, ListForms(name, entity), place.Evidence),
        };
    }

    private static ChainLink ReadLink(YamlFields fields, Place place, YamlItem? item = null)
    {
        var (context, names) = (place.Context, place.Context.Names);
        var entity = fields.Peek("name") is { } form ? names.Find(form) : null;
        var kind =
            context.IsShort && !fields.Has("kind") && entity is not null
                ? entity.LinkKind
                : EnumReader.Read<LinkKind>(fields, "kind", required: true);
        var isUnnamed = kind is null or LinkKind.Unnamed;
        var name = isUnnamed ? Description(fields) : names.Read(fields, "name", required: true, ListKinds(kind!.Value));
        var hasSpan = SpanReader.IsIn(fields, context.IsShort);
        var link = new ChainLink
        {
            // What is no kind has been noted; an outlet contradicts the least.
            Kind = kind ?? LinkKind.Outlet,
            Name = name,
            Side = names.Read(fields, "side", EntityKind.Party),
            SpeaksFor = name is null || isUnnamed ? null : names.WithId(name.Id)?.SpeaksFor,
            Span = hasSpan ? SpanReader.Read(fields, context, place.Evidence ?? [], name?.Written) : null,
            Implied = fields.Text("implied"),
        };
        if (!hasSpan && link.Implied is null)
        {
            if (context.IsShort && item is not null && name is not null)
                link = link with
                {
                    Span = context.Spans.FindName(
                        item,
                        AnchorKind.NamedMapping,
                        entity is null || isUnnamed ? [name.Written] : ListForms(name.Written, entity),
                        place.Evidence
                    ),
                };
            else
                fields.Error(
                    null,
                    context.IsShort
                        ? "a link has either words, a position (at), or 'implied' with the reason"
                        : "a link has either a span (start, end, sha256) or 'implied' with the reason"
                );
        }

        fields.RefuseUnknown();
        return link;
    }

    /// <summary>The forms of a name that may stand in a text, the written one first.</summary>
    private static IReadOnlyList<string> ListForms(string written, NamedEntity entity) =>
        [.. new[] { written, entity.Name }.Concat(entity.Spellings).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> ListForms(NameResolver names) =>
        names.Definition.Entities.SelectMany(entity => ListForms(entity.Name, entity));

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

    /// <summary>Where a chain stands.</summary>
    /// <param name="Context">The file.</param>
    /// <param name="Evidence">The evidence of its report; null for the chain of the whole article.</param>
    private readonly record struct Place(FileContext Context, IReadOnlyList<TextSpan>? Evidence);
}
