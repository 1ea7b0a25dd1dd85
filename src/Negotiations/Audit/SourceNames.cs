namespace Negotiations;

/// <summary>Sources as people know them, in the sentences of an audit.</summary>
internal sealed class SourceNames(NegotiationDefined definition)
{
    private readonly NameIndex index = new(definition);

    /// <summary>The canonical name; for what has none, the identifier in words.</summary>
    public string DisplayName(string id) => index.DisplayName(id);

    /// <summary>Several names, in their order.</summary>
    public string DisplayName(IEnumerable<string> ids) => string.Join(", ", ids.Distinct().Select(DisplayName));

    /// <summary>Where reports come from; an unnamed source as it is described, with who heard it.</summary>
    public string DescribeOrigins(IEnumerable<VisibleReport> reports) =>
        string.Join(", ", reports.Select(DescribeOrigin).Distinct());

    /// <summary>The grades of the origin of a report, as a source.</summary>
    public IReadOnlyList<Grade> FindGrades(ChainLink link) => index.FindGrades(link);

    private string DescribeOrigin(VisibleReport visible)
    {
        var chain = visible.Report.Chain;
        var hearer = chain.FirstOrDefault(link => link.PassesOn)?.Name?.Id ?? visible.Version.Outlet.Id;
        return chain.FirstOrDefault() switch
        {
            { Kind: LinkKind.Unnamed, Name: { } described } =>
                $"unnamed: {described.Written} (to {DisplayName(hearer)})",
            { Kind: LinkKind.Unnamed } => $"“reportedly” ({DisplayName(hearer)})",
            { Name: { } name } => DisplayName(name.Id),
            _ => DisplayName(visible.Version.Outlet.Id),
        };
    }
}
