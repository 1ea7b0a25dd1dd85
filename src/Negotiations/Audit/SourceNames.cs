namespace Negotiations;

/// <summary>Sources as people know them, in the sentences of an audit.</summary>
internal sealed class SourceNames(NegotiationDefined definition)
{
    private readonly NameIndex index = new(definition);

    /// <summary>The canonical name; for what has none, the identifier in words.</summary>
    public string Of(string id) => index.NameOf(id);

    /// <summary>Several names, in their order.</summary>
    public string Of(IEnumerable<string> ids) => string.Join(", ", ids.Distinct().Select(Of));

    /// <summary>Where reports come from; an unnamed source as it is described, with who heard it.</summary>
    public string OriginsOf(IEnumerable<VisibleReport> reports) => string.Join(", ", reports.Select(OriginOf).Distinct());

    /// <summary>The grades of the origin of a report, as a source.</summary>
    public IReadOnlyList<Grade> GradesOf(ChainLink link) => index.GradesOf(link);

    private string OriginOf(VisibleReport visible)
    {
        var chain = visible.Report.Chain;
        var hearer = chain.FirstOrDefault(link => link.PassesOn)?.Name?.Id ?? visible.Version.Outlet.Id;
        return chain.FirstOrDefault() switch
        {
            { Kind: LinkKind.Unnamed, Name: { } described } => $"unnamed: {described.Written} (to {Of(hearer)})",
            { Kind: LinkKind.Unnamed } => $"“reportedly” ({Of(hearer)})",
            { Name: { } name } => Of(name.Id),
            _ => Of(visible.Version.Outlet.Id),
        };
    }
}
