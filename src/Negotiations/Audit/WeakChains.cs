namespace Negotiations;

/// <summary>Chains of attribution that lead nowhere.</summary>
internal static class WeakChains
{
    /// <summary>The weak spots of the chains of an answer's acts.</summary>
    public static IEnumerable<WeakSpot> Of(IReadOnlyList<Attribution> acts, IReadOnlyList<Attribution> facts, SourceNames names)
    {
        var keys = facts
            .SelectMany(fact => fact.Reports.Select(report => (report.EventId, fact.Key)))
            .ToLookup(pair => pair.EventId, pair => pair.Key);
        foreach (var act in acts)
        {
            var straight = new List<VisibleReport>();
            foreach (var report in act.Reports)
            {
                if (Circles.FindRepeated(report.Report.Chain) is { } twice)
                    yield return new(WeakSpotKind.CircularChain, $"the chain of attribution comes back to {names.Of(twice.Id)}", KeysOf([report]), [report]);
                else straight.Add(report);
                if (report.Report.Chain.Where(IsUnsourced).ToList() is { Count: > 0 } links)
                    yield return new(WeakSpotKind.UnsourcedLink, $"the chain names {Named(links)}, and neither where in the text nor why", KeysOf([report]), [report]);
            }

            if (Circles.Find(straight) is { } circle)
                yield return new(WeakSpotKind.CircularChain, $"{string.Join(" has it from ", circle.Append(circle[0]).Select(names.Of))}: act {act.Key}", KeysOf(act.Reports), act.Reports);
        }

        IReadOnlyList<string> KeysOf(IEnumerable<VisibleReport> reports) =>
            [.. reports.SelectMany(report => keys[report.EventId]).Distinct().Order(StringComparer.Ordinal)];

        string Named(IEnumerable<ChainLink> links) => string.Join(", ", links.Select(link => link switch
        {
            { Kind: LinkKind.Unnamed, Name: { } described } => $"“{described.Written}”",
            { Name: { } name } => names.Of(name.Id),
            _ => "an unnamed source",
        }));
    }

    private static bool IsUnsourced(ChainLink link) => link.Span is null && string.IsNullOrWhiteSpace(link.Implied);
}
