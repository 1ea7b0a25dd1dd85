namespace Negotiations.Coding;

/// <summary>What is wrong with coded files, given all that is recorded of their negotiation.</summary>
internal static class ReplayRules
{
    /// <summary>The log with what a file brings in, and what is wrong with that by itself.</summary>
    public static (NegotiationLog After, IReadOnlyList<CodingError> Errors) Check(
        NegotiationLog log,
        CodedFile file,
        IntakeDecision decision
    )
    {
        List<CodingError> errors = [.. VersionErrors(log, file, decision), .. StandingErrors(log, file, decision)];
        var (after, refused) = CorrectionRules.Add(log, decision);
        errors.AddRange(refused.Select(refusal => CreateError(file, refusal, after)));
        errors.AddRange(
            ComparisonRules
                .NewlyUnknown(log, after, file.Article.Version.Article)
                .Select(unknown => CreateError(file, unknown))
        );
        if (OrderCycles.FindNewCycle(log, after, file.Article.Version.Article) is { } cycle)
            errors.Add(OrderError(file, cycle));
        return (after, errors);
    }

    /// <summary>Errors for new reports whose round was removed since the file was read.</summary>
    public static IEnumerable<CodingError> RoundErrors(NegotiationLog log, CodedFile file, IntakeDecision decision) =>
        from report in ListNewReports(file, decision)
        from round in (report.Report.FurtherRounds ?? []).Prepend(report.Report.Round)
        let problem = log.Definition?.ProblemWithRound(round)
        where problem is not null
        select file.Error($"events[{report.Index}].round", problem);

    // What a store has already was coded before there was the rule.
    private static IEnumerable<CodingError> StandingErrors(
        NegotiationLog log,
        CodedFile file,
        IntakeDecision decision
    ) =>
        from rule in new[] { new StandingRule(new NameIndex(log.Definition!)) }
        from report in ListNewReports(file, decision)
        let problem = rule.ProblemWith(report.Report)
        where problem is not null
        select file.Error($"events[{report.Index}].standing", problem);

    private static IEnumerable<(Report Report, int Index)> ListNewReports(CodedFile file, IntakeDecision decision)
    {
        var added = decision.Append.Select(added => added.Event).ToHashSet(ReferenceEqualityComparer.Instance);
        return file
            .Article.Reports.Select((report, index) => (Report: report, Index: index))
            .Where(report => added.Contains(report.Report));
    }

    /// <summary>The corrections of a file that would leave everything as it is, each with what is so already.</summary>
    /// <param name="log">All that is recorded of the negotiation, and of the file all but its corrections.</param>
    /// <param name="decision">What taking in the file comes to; nothing in it is refused.</param>
    public static IEnumerable<(Correction Correction, string Same)> Idle(NegotiationLog log, IntakeDecision decision)
    {
        foreach (var added in decision.Append)
        {
            if (added.Event is not Correction correction)
                continue;
            if (NoOpCorrection.Find(log, decision.Stream, added) is { } same)
                yield return (correction, same);
            log = log.With(decision.Stream, [added]);
        }
    }

    private static CodingError OrderError(CodedFile file, IReadOnlyList<string> cycle)
    {
        var index = file
            .Article.Reports.ToList()
            .FindIndex(report => report.PrecededBy is not null && cycle.Contains(report.Act));
        return file.Error(
            index < 0 ? "events" : $"events[{index}].precededBy",
            $"the orders that the texts give contradict each other: {string.Join(" after ", cycle)} after {cycle[0]}"
        );
    }

    private static IEnumerable<CodingError> VersionErrors(
        NegotiationLog log,
        CodedFile file,
        IntakeDecision decision
    ) =>
        decision
            .Append.Select(added => added.Event)
            .OfType<ArticleVersionPublished>()
            .Select(version => VersionRules.Refuse(log, version))
            .OfType<string>()
            .Select(problem => file.Error("published.time", problem));

    private static CodingError CreateError(CodedFile file, UnknownReport unknown) =>
        unknown.Version == file.Article.Version.Version
            ? file.Error(
                $"compared.{unknown.Field}",
                $"neither version '{unknown.With}' nor one before it has a report '{unknown.Report}'"
            )
            : file.Error(
                "version",
                $"version '{unknown.Version}' is compared with version '{unknown.With}' and names its "
                    + $"report '{unknown.Report}' ({unknown.Field}), which is not there"
            );

    private static CodingError CreateError(CodedFile file, RefusedCorrection refused, NegotiationLog log)
    {
        var index = file.Article.Corrections.ToList().FindIndex(correction => correction.Id == refused.Correction.Id);
        if (index < 0)
            return file.Error("corrections", refused.Refusal.Message);
        if (
            new[] { refused.Correction.Target, refused.Correction.On }
                .OfType<Guid>()
                .FirstOrDefault(id => log.Find(id) is null)
                is var missing
            && file.Article.Named.TryGetValue(missing, out var name)
        )
        {
            var ids =
                name.Field == "report"
                    ? file.Article.Reports.Select(report => report.Id)
                    : file
                        .Article.Corrections.Concat(
                            log.FindStream(file.Article.Stream)
                                .Events.Select(recorded => recorded.Event)
                                .OfType<Correction>()
                                .Where(correction => !correction.Erased)
                        )
                        .Select(correction => correction.Id);
            return file.Error(
                $"corrections[{index}].{name.Field}",
                $"there is no {(name.Field == "report" ? "report" : "correction")} '{name.Text}', "
                    + "neither in this file nor in the "
                    + $"store{SpellingSuggestions.Question(name.Text, ids.Where(id => id != refused.Correction.Id))}"
            );
        }

        var field = CorrectionFields
            .FieldKinds.Select(group => $"corrections[{index}].{group}.{refused.Refusal.Field}")
            .FirstOrDefault(file.Places.Value.ContainsKey);
        var advice = refused.Refusal is { BuildOn: { } end, Retractions.Count: 0 }
            ? $"; build on that with 'on: {end.Correction.Id}'"
            : "";
        return file.Error(field ?? $"corrections[{index}]", $"{refused.Refusal.Message}{advice}");
    }
}
