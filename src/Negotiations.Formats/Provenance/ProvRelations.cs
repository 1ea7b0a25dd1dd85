using NodaTime;

namespace Negotiations.Formats;

/// <summary>The relations, section by section; identifiers are given by the writer.</summary>
public static class ProvRelations
{
    /// <summary>Every section with its relations.</summary>
    public static IEnumerable<(string Section, IEnumerable<ProvRecord> Records)> Collect(ProvSource source) =>
        [
            ("wasGeneratedBy", Generations(source)),
            ("used", Usages(source)),
            ("wasAssociatedWith", Associations(source)),
            ("wasAttributedTo", Attributions(source)),
            (
                "actedOnBehalfOf",
                source
                    .Reports.SelectMany(report => ProvAgents.OnBehalf(source.AsItStands(report), report.Id))
                    .Distinct()
                    .Select(pair => Relation(("prov:delegate", pair.Delegate), ("prov:responsible", pair.Responsible)))
            ),
            ("wasDerivedFrom", ProvDerivations.Collect(source)),
            ("wasInvalidatedBy", Invalidations(source)),
            (
                "wasInfluencedBy",
                source.Exported.Answer.Facts.SelectMany(fact =>
                    fact.Against.Select(report =>
                        WithType(
                            Relation(
                                ("prov:influencee", ProvNames.Fact(fact.Key)),
                                ("prov:influencer", ProvNames.Event(report))
                            ),
                            "neg:Against"
                        )
                    )
                )
            ),
            (
                "hadMember",
                source.Exported.Answer.Facts.Select(fact =>
                    Relation(("prov:collection", ProvNames.Answer), ("prov:entity", ProvNames.Fact(fact.Key)))
                )
            ),
            ("alternateOf", Links(source)),
        ];

    /// <summary>A relation of names.</summary>
    public static ProvRecord Relation(params (string Name, string Value)[] ends) =>
        new("", [.. ends.Select(end => (end.Name, (ProvValue?)new ProvValue(end.Value)))]);

    /// <summary>A relation of a type.</summary>
    public static ProvRecord WithType(ProvRecord relation, string type) =>
        relation with
        {
            Attributes = [.. relation.Attributes, ("prov:type", ProvValue.Name(type))],
        };

    private static ProvRecord WithTime(ProvRecord relation, Instant time) =>
        relation with
        {
            Attributes = [.. relation.Attributes, ("prov:time", ProvValue.From(time))],
        };

    private static IEnumerable<ProvRecord> Generations(ProvSource source) =>
        source
            .Versions.Select(version =>
                Generation(
                    ProvNames.Event(version.Recorded.Id),
                    ProvNames.Publishing(version.Recorded.Id),
                    version.Version.Published.Time
                )
            )
            .Concat(
                source.Reports.Select(report =>
                    Generation(
                        ProvNames.Event(report.Id),
                        ProvNames.Coding(source.FindVersion((Report)report.Event)),
                        report.RecordedAt
                    )
                )
            )
            .Concat(
                source.Corrections.Select(correction =>
                    Generation(
                        ProvNames.Event(correction.EventId),
                        ProvNames.Correcting(correction.EventId),
                        correction.Recorded.RecordedAt
                    )
                )
            );

    private static ProvRecord Generation(string entity, string activity, Instant time) =>
        WithTime(Relation(("prov:entity", entity), ("prov:activity", activity)), time);

    private static IEnumerable<ProvRecord> Usages(ProvSource source) =>
        source
            .Versions.Select(version =>
                Relation(
                    ("prov:activity", ProvNames.Coding(version.Recorded.Id)),
                    ("prov:entity", ProvNames.Event(version.Recorded.Id))
                )
            )
            .Concat(
                source
                    .Corrections.Where(correction => source.Has(correction.Correction.Target))
                    .Select(correction =>
                        Relation(
                            ("prov:activity", ProvNames.Correcting(correction.EventId)),
                            ("prov:entity", ProvNames.Event(correction.Correction.Target))
                        )
                    )
            );

    private static IEnumerable<ProvRecord> Associations(ProvSource source) =>
        source
            .Versions.SelectMany(version =>
                new[]
                {
                    (
                        Activity: ProvNames.Publishing(version.Recorded.Id),
                        Agent: ProvNames.Agent(version.Version.Outlet.Id)
                    ),
                }.Concat(
                    version.Version.Coder is { } coder
                        ? [(ProvNames.Coding(version.Recorded.Id), ProvNames.Coder(coder))]
                        : []
                )
            )
            .Concat(
                source
                    .Corrections.Select(correction =>
                        (ProvNames.Correcting(correction.EventId), Corrector(correction, source)!)
                    )
                    .Where(pair => pair.Item2 is not null)
            )
            .Select(pair => Relation(("prov:activity", pair.Item1), ("prov:agent", pair.Item2)));

    private static IEnumerable<ProvRecord> Attributions(ProvSource source) =>
        source
            .Versions.Select(version =>
                (Entity: ProvNames.Event(version.Recorded.Id), Agent: ProvNames.Agent(version.Version.Outlet.Id))
            )
            .Concat(
                source
                    .Reports.Select(report =>
                        (ProvNames.Statement(report.Id), ProvAgents.FindSpeaker(source.AsItStands(report), report.Id)!)
                    )
                    .Where(pair => pair.Item2 is not null)
            )
            .Concat(
                source
                    .Corrections.Select(correction =>
                        (ProvNames.Event(correction.EventId), Corrector(correction, source)!)
                    )
                    .Where(pair => pair.Item2 is not null)
            )
            .Select(pair => Relation(("prov:entity", pair.Item1), ("prov:agent", pair.Item2)));

    // What stood no longer stands: it is retracted, superseded by its correction, or undone.
    private static IEnumerable<ProvRecord> Invalidations(ProvSource source) =>
        from correction in source.Corrections
        where correction.Correction is ReportRetracted or ReportCorrected or CorrectionUndone
        let stood = source.StoodBefore(correction)
        where stood is not null
        let time = correction.Correction.Notice?.Published.Time ?? correction.Recorded.RecordedAt
        select WithTime(
            Relation(
                ("prov:entity", ProvNames.Event(stood.Value)),
                ("prov:activity", ProvNames.Correcting(correction.EventId))
            ),
            time
        );

    private static IEnumerable<ProvRecord> Links(ProvSource source) =>
        from correction in source.Corrections
        where correction.Correction is ArticlesLinked
        from one in source.Versions.Where(version => version.Version.Article == correction.Correction.Article).Take(1)
        from other in source
            .Versions.Where(version => version.Version.Article == ((ArticlesLinked)correction.Correction).Other)
            .Take(1)
        select Relation(
            ("prov:alternate1", ProvNames.Event(one.Recorded.Id)),
            ("prov:alternate2", ProvNames.Event(other.Recorded.Id))
        );

    // A publisher's correction is the outlet's, whoever typed it in.
    private static string? Corrector(RecordedCorrection correction, ProvSource source) =>
        correction switch
        {
            { IsPublishers: true } => source
                .Versions.Where(version => version.Version.Article == correction.Correction.Article)
                .Select(version => ProvNames.Agent(version.Version.Outlet.Id))
                .FirstOrDefault(),
            { Correction.Who: { } who } => ProvNames.Coder(who),
            _ => null,
        };
}
