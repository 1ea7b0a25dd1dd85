namespace Negotiations.Coding;

/// <summary>Finds which reports of two codings of one article are about the same thing.</summary>
/// <remarks>
/// Each report is matched at most once. First those of the same type whose evidence overlaps: those with the same
/// actor before others, then by how much it overlaps. Of the rest, two whose evidence is for the most part the same are
/// a confusion of types.
/// </remarks>
internal static class ReportMatching
{
    // Of two types at one place the coders must have looked at the same words.
    private const double LeastForConfusion = 0.5;

    /// <summary>Every report of both, once, in the order of the text.</summary>
    public static IReadOnlyList<ReportPair> Match(IReadOnlyList<Report> gold, IReadOnlyList<Report> coded)
    {
        var others = coded.Select(CoveredText.From).ToList();
        var places = new SpanIndex(others);
        var candidates = (
            from report in gold.Select((report, i) => (Report: report, Place: i, Text: CoveredText.From(report)))
            from j in places.FindOverlapping(report.Text)
            let overlap = report.Text.MeasureOverlap(others[j])
            where overlap > 0
            let pair = new ReportPair(report.Report, coded[j], overlap)
            where pair.IsSameType || overlap >= LeastForConfusion
            orderby pair.IsSameType descending, HaveSameActors(pair) descending, overlap descending, report.Place, j
            select (Pair: pair, Gold: report.Place, Coded: j)
        ).ToList();

        var (goldTaken, codedTaken) = (new HashSet<int>(), new HashSet<int>());
        var pairs = new List<ReportPair>();
        foreach (var candidate in candidates)
        {
            if (goldTaken.Contains(candidate.Gold) || codedTaken.Contains(candidate.Coded))
                continue;
            goldTaken.Add(candidate.Gold);
            codedTaken.Add(candidate.Coded);
            pairs.Add(candidate.Pair);
        }

        pairs.AddRange(gold.Where((_, i) => !goldTaken.Contains(i)).Select(report => new ReportPair(report, null, 0)));
        pairs.AddRange(
            coded.Where((_, j) => !codedTaken.Contains(j)).Select(report => new ReportPair(null, report, 0))
        );
        return
        [
            .. pairs
                .OrderBy(pair => (pair.Gold ?? pair.Coded)!.Evidence[0].Start)
                .ThenBy(pair => (pair.Gold ?? pair.Coded)!.Id, StringComparer.Ordinal),
        ];
    }

    private static bool HaveSameActors(ReportPair pair) => ComparedField.Actor.IsSame(pair);
}
