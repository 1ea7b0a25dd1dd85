namespace Negotiations.Formats;

/// <summary>
/// What was derived from what: <c>wasQuotedFrom</c>, <c>hadPrimarySource</c> and <c>wasRevisionOf</c> are derivations
/// with a type (PROV-DM, section 5.2).
/// </summary>
public static class ProvDerivations
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ProvRecord> Collect(ProvSource source) =>
        source
            .Reports.SelectMany(report => ForReport(report, source))
            .Concat(RevisedVersions(source))
            .Concat(ReplacedReports(source))
            .Concat(CorrectedReports(source))
            .Concat(
                source.Exported.Answer.Facts.SelectMany(fact =>
                    fact.Because.Select(report => Derivation(ProvNames.Fact(fact.Key), ProvNames.Event(report), null))
                )
            );

    private static IEnumerable<ProvRecord> ForReport(RecordedEvent recorded, ProvSource source)
    {
        var report = source.AsItStands(recorded);
        var (entity, version) = (ProvNames.Event(recorded.Id), ProvNames.Event(source.FindVersion(report)));
        yield return Derivation(entity, version, "prov:Quotation");
        yield return Derivation(
            entity,
            ProvAgents.FindSpeaker(report, recorded.Id) is null ? version : ProvNames.Statement(recorded.Id),
            "prov:PrimarySource"
        );
    }

    private static IEnumerable<ProvRecord> RevisedVersions(ProvSource source) =>
        from article in source.Versions.GroupBy(version => version.Version.Article, StringComparer.Ordinal)
        let versions = article
            .OrderBy(version => version.Version.Published.Time)
            .ThenBy(version => version.Version.Version, StringComparer.Ordinal)
            .ToList()
        from pair in versions.Skip(1).Zip(versions)
        select Derivation(
            ProvNames.Event(pair.First.Recorded.Id),
            ProvNames.Event(pair.Second.Recorded.Id),
            "prov:Revision"
        );

    private static IEnumerable<ProvRecord> ReplacedReports(ProvSource source) =>
        from version in source.Versions
        where version.Version.Compared is not null
        from replaced in version.Version.Compared!.Replaces
        let newer = EventId.ForReport(version.Recorded.Stream, version.Version.Version, replaced.New)
        let older = FindLast(version, replaced.Old, source)
        where source.Has(newer) && older is not null
        select Derivation(ProvNames.Event(newer), ProvNames.Event(older.Value), "prov:Revision");

    // What the version before only carries is looked for in the one with which that was compared, and so on back.
    private static Guid? FindLast(ProvVersion later, string report, ProvSource source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var with = later.Version.Compared?.With; with is not null && seen.Add(with); )
        {
            var id = EventId.ForReport(later.Recorded.Stream, with, report);
            if (source.Has(id))
                return id;
            with = source
                .Versions.FirstOrDefault(version =>
                    version.Version.Article == later.Version.Article && version.Version.Version == with
                )
                ?.Version.Compared?.With;
        }

        return null;
    }

    private static IEnumerable<ProvRecord> CorrectedReports(ProvSource source) =>
        from correction in source.Corrections
        where correction.Correction is ReportCorrected
        let revised = source.StoodBefore(correction)
        where revised is not null
        select Derivation(ProvNames.Event(correction.EventId), ProvNames.Event(revised.Value), "prov:Revision");

    private static ProvRecord Derivation(string derived, string from, string? type)
    {
        var relation = ProvRelations.Relation(("prov:generatedEntity", derived), ("prov:usedEntity", from));
        return type is null ? relation : ProvRelations.WithType(relation, type);
    }
}
