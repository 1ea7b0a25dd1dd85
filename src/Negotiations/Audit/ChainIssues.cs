namespace Negotiations;

/// <summary>Chains of attribution that lead nowhere.</summary>
internal static class ChainIssues
{
    /// <summary>The weak spots of the chains of an answer's acts.</summary>
    public static IEnumerable<SourcingIssue> Find(
        IReadOnlyList<Attribution> acts,
        IReadOnlyList<Attribution> facts,
        SourceNames names
    )
    {
        var keys = facts
            .SelectMany(fact => fact.Reports.Select(report => (report.EventId, fact.Key)))
            .ToLookup(pair => pair.EventId, pair => pair.Key);
        foreach (var act in acts)
        {
            var straight = new List<VisibleReport>();
            foreach (var report in act.Reports)
            {
                if (CitationCycles.FindRepeated(report.Report.Chain) is { } twice)
                    yield return new(
                        SourcingIssueKind.CircularChain,
                        $"the chain of attribution comes back to {names.DisplayName(twice.Id)}",
                        ListKeys([report]),
                        [report]
                    );
                else
                    straight.Add(report);
                if (report.Report.Chain.Where(IsUnsourced).ToList() is { Count: > 0 } links)
                    yield return new(
                        SourcingIssueKind.UnsourcedLink,
                        $"the chain names {Named(links)}, and neither where in the text nor why",
                        ListKeys([report]),
                        [report]
                    );
            }

            if (CitationCycles.Find(straight) is { } circle)
            {
                var closed = circle.Append(circle[0]).Select(names.DisplayName);
                yield return new(
                    SourcingIssueKind.CircularChain,
                    $"{string.Join(" has it from ", closed)}: act {act.Key}",
                    ListKeys(act.Reports),
                    act.Reports
                );
            }
        }

        IReadOnlyList<string> ListKeys(IEnumerable<VisibleReport> reports) =>
            [.. reports.SelectMany(report => keys[report.EventId]).Distinct().Order(StringComparer.Ordinal)];

        string Named(IEnumerable<ChainLink> links) =>
            string.Join(
                ", ",
                links.Select(link =>
                    link switch
                    {
                        { Kind: LinkKind.Unnamed, Name: { } described } => $"“{described.Written}”",
                        { Name: { } name } => names.DisplayName(name.Id),
                        _ => "an unnamed source",
                    }
                )
            );
    }

    private static bool IsUnsourced(ChainLink link) => link.Span is null && string.IsNullOrWhiteSpace(link.Implied);
}
