using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>Values that rest on little, or that somebody contradicts.</summary>
internal static class ValueIssues
{
    private static readonly Reliability[] Doubtful = [Reliability.D, Reliability.E];

    /// <summary>
    /// The weak spots of the values of an answer; values that rest on the same reports in the same way share one.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="sources">Where each of its values comes from, in their order.</param>
    /// <param name="names">Names of sources.</param>
    public static IEnumerable<SourcingIssue> Find(
        Answer answer,
        IReadOnlyList<Attribution> sources,
        SourceNames names
    ) =>
        answer
            .Facts.Zip(sources, (fact, source) => FindInFact(fact, source, names))
            .SelectMany(spots => spots)
            .GroupBy(spot =>
                (
                    spot.Kind,
                    spot.Sentence,
                    Reports: spot.Kind is SourcingIssueKind.SingleOutlet or SourcingIssueKind.OutletOnly
                        ? ""
                        : FormatIdentity(spot)
                )
            )
            .Select(group =>
                group.First() with
                {
                    Facts = [.. group.SelectMany(spot => spot.Facts)],
                    Reports = [.. group.SelectMany(spot => spot.Reports).Distinct().Order(VisibleReport.ByKnown)],
                }
            );

    private static IEnumerable<SourcingIssue> FindInFact(Fact fact, Attribution source, SourceNames names)
    {
        if (fact.Disputed)
            yield return Disputed(fact, source, fact.Resolution.Contradictions, names);
        if (FindWeakBasis(source, names) is { } basis)
            yield return new(basis.Kind, basis.Sentence, [fact.Key], source.Reports);
        var grades = source.Reports.Select(report => ListGrades(report, names).ToList()).ToList();
        if (grades.TrueForAll(graded => graded.Count > 0 && graded.TrueForAll(pair => IsDoubtful(pair.Grade))))
        {
            var said = string.Join(
                ", ",
                grades
                    .SelectMany(graded => graded)
                    .Select(pair => $"{pair.What} {pair.Grade.Code} by {pair.Grade.By}")
                    .Distinct()
            );
            yield return new(
                SourcingIssueKind.LowGrade,
                $"everybody who graded it doubts it: {said}",
                [fact.Key],
                source.Reports
            );
        }
    }

    private static SourcingIssue Disputed(
        Fact fact,
        Attribution source,
        IReadOnlyList<Claim> against,
        SourceNames names
    )
    {
        var others = against
            .GroupBy(claim => claim.Status)
            .Select(claims =>
                $"“{DescribeValue(claims.First(), names)}” by "
                + $"{names.DescribeOrigins(claims.SelectMany(claim => claim.Reports))}"
            );
        return new(
            SourcingIssueKind.Disputed,
            $"“{DescribeValue(fact.Resolution.Winner, names)}” by "
                + $"{names.DescribeOrigins(source.Reports)}; against it {string.Join("; ", others)}",
            [fact.Key],
            source.Reports
        )
        {
            Against = [.. against.SelectMany(claim => claim.Reports).Distinct().Order(VisibleReport.ByKnown)],
        };
    }

    // Where a value has no status, what is compared is a form of its first detail that nobody has written.
    private static string DescribeValue(Claim claim, SourceNames names)
    {
        var value = JsonNode.Parse(claim.Assertion.Value.Json)!.AsObject();
        return (value["stance"] ?? value["status"] ?? value.FirstOrDefault().Value) switch
        {
            JsonArray list => names.DisplayName(list.Select(item => $"{item}")),
            { } plain when value.ContainsKey("name") || value.ContainsKey("host") => names.DisplayName($"{plain}"),
            { } plain => $"{plain}",
            null => claim.Status,
        };
    }

    // Each value has one basis, and the weakest word for it that is true.
    private static (SourcingIssueKind Kind, string Sentence)? FindWeakBasis(Attribution source, SourceNames names)
    {
        var named = source.Reports.Where(report => !Attribution.IsUnnamed(report)).ToList();
        var sourced = named.Where(report => !Attribution.IsOutletOnly(report)).ToList();
        if (named.Count == 0)
            return (
                SourcingIssueKind.UnnamedOnly,
                $"nobody with a name says so, only {names.DescribeOrigins(source.Reports)}"
            );
        if (named.TrueForAll(report => report.Report is AssessmentMade) && sourced.Count == 0)
            return (
                SourcingIssueKind.OutletOnly,
                $"the judgement of {names.DescribeOrigins(named)} itself, which cites nobody"
            );
        if (sourced.Count == 0)
            return (
                SourcingIssueKind.OutletOnly,
                $"{names.DescribeOrigins(named)} says so without saying from whom, or that it saw it"
            );
        if (source.Independent > 1)
            return null;
        // Who speaks of himself is the source; what can be in doubt is whether he was heard rightly.
        if (sourced.Exists(report => report.Report.Standing == Standing.Own))
            return source.Hearers.Count == 1
                ? (
                    SourcingIssueKind.SingleOutlet,
                    $"said by those whom it is about, but told by {names.DisplayName(source.Hearers)} alone"
                )
                : null;
        var beside = sourced.Count < source.Reports.Count ? ", beside unnamed sources" : "";
        return sourced.TrueForAll(report => report.Report.Standing == Standing.Observed)
            ? (SourcingIssueKind.SingleSource, $"the account of {names.DescribeOrigins(sourced)} alone{beside}")
            : (
                SourcingIssueKind.SingleSource,
                $"only {names.DescribeOrigins(sourced)} says so, of somebody else{beside}"
            );
    }

    // What cannot be judged is no doubt, and no trust either.
    private static IEnumerable<(string What, Grade Grade)> ListGrades(VisibleReport visible, SourceNames names) =>
        (visible.Report.Grades ?? [])
            .Select(grade => (EventReference.Format(visible.Report), grade))
            .Concat(
                names
                    .FindGrades(visible.Report.Chain[0])
                    .Select(grade => (names.DisplayName(visible.Report.Chain[0].Name!.Id), grade))
            )
            .Where(pair => pair.grade is not ({ Reliability: null or Reliability.F } and { Credibility: null or 6 }));

    private static bool IsDoubtful(Grade grade) =>
        (grade.Reliability is { } reliability && Doubtful.Contains(reliability)) || grade.Credibility is 4 or 5;

    private static string FormatIdentity(SourcingIssue spot) =>
        string.Join(' ', spot.Reports.Concat(spot.Against).Select(report => report.EventId));
}
