namespace Negotiations.Formats;

/// <summary>The agents: outlets, agencies, speakers and those for whom they speak, coders.</summary>
public static class ProvAgents
{
    private const string Person = "prov:Person";
    private const string Organization = "prov:Organization";

    /// <summary>All of them, each once, ordered by identifier.</summary>
    public static IEnumerable<ProvRecord> Collect(ProvSource source)
    {
        var named = source.Exported.Answer.Definition.Entities.ToDictionary(
            entity => entity.Id,
            StringComparer.Ordinal
        );
        return source
            .Versions.SelectMany(version => ForVersion(version.Version))
            .Concat(source.Reports.SelectMany(report => ForReport(source.AsItStands(report), report.Id)))
            .Concat(
                source
                    .Corrections.Where(correction => correction.Correction.Who is not null)
                    .Select(correction => Coder(correction.Correction.Who!))
            )
            .GroupBy(agent => agent.Id, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.First())
            .Select(agent =>
                agent.Entity is { } id && named.TryGetValue(id, out var entity)
                    ? agent with
                    {
                        Label = entity.Name,
                        Type = entity.Kind == EntityKind.Person ? Person : Organization,
                        Grades = entity.Grades,
                    }
                    : agent
            )
            .Select(agent => new ProvRecord(
                agent.Id,
                ("prov:type", agent.Type is null ? null : ProvValue.Name(agent.Type)),
                ("prov:label", ProvValue.From(agent.Label)),
                ("neg:grades", ProvValue.From(agent.Grades))
            ));
    }

    /// <summary>
    /// Who said what a report reports; null where the outlet narrates, or the speaker is not described.
    /// </summary>
    public static string? FindSpeaker(Report report, Guid id) =>
        report.Chain[0] switch
        {
            { Kind: LinkKind.Person or LinkKind.Institution, Name: { } name } => ProvNames.Agent(name.Id),
            { Kind: LinkKind.Unnamed } => ProvNames.Unnamed(id),
            _ => null,
        };

    /// <summary>Who speaks or acts for whom in a chain of attribution.</summary>
    public static IEnumerable<(string Delegate, string Responsible)> OnBehalf(Report report, Guid id)
    {
        var first = report.Chain[0];
        if (FindSpeaker(report, id) is not { } speaker)
            yield break;
        if (first.SpeaksFor is { } institution)
            yield return (speaker, ProvNames.Agent(institution));
        if (first.Side is { } side && ProvNames.Agent(side.Id) != speaker)
            yield return (speaker, ProvNames.Agent(side.Id));
    }

    private static IEnumerable<ProvAgent> ForVersion(ArticleVersionPublished version) =>
        [
            Named(version.Outlet, Organization),
            .. version.Coder is { } coder ? [Coder(coder)] : Array.Empty<ProvAgent>(),
        ];

    private static IEnumerable<ProvAgent> ForReport(Report report, Guid id)
    {
        foreach (var link in report.Chain.Where(link => link.Kind != LinkKind.Unnamed && link.Name is not null))
            yield return Named(link.Name!, link.Kind == LinkKind.Person ? Person : Organization);
        var first = report.Chain[0];
        if (first.Kind == LinkKind.Unnamed)
            yield return new(ProvNames.Unnamed(id), null, "neg:UnnamedSource", first.Name?.Written ?? "reportedly");
        if (first.SpeaksFor is { } institution)
            yield return new(ProvNames.Agent(institution), institution, Organization, institution);
        if (first.Side is { } side)
            yield return Named(side, Organization);
    }

    private static ProvAgent Named(Name name, string type) =>
        new(ProvNames.Agent(name.Id), name.Id, type, name.Written);

    private static ProvAgent Coder(string coder) => new(ProvNames.Coder(coder), null, null, coder);
}

/// <summary>Somebody who acts, speaks or codes.</summary>
/// <param name="Id">The qualified name.</param>
/// <param name="Entity">Identifier in the negotiation's own file; null where it is not there.</param>
/// <param name="Type">The type; null where it may be a person or an organisation.</param>
/// <param name="Label">The name.</param>
public sealed record ProvAgent(string Id, string? Entity, string? Type, string Label)
{
    /// <summary>How it is graded as a source; null where nobody did.</summary>
    public IReadOnlyList<Grade>? Grades { get; init; }
}
