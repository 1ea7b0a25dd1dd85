namespace Negotiations.Tests.Laws;

/// <summary>The codings from which a history can have come.</summary>
internal static class Codings
{
    /// <summary>Each version of each article, with all its reports.</summary>
    public static IReadOnlyList<CodedArticle> FromHistory(History history) =>
        [
            .. history
                .Intake.OfType<ArticleVersionPublished>()
                .Select(version => new CodedArticle(
                    version,
                    [
                        .. history
                            .Reports.Where(report => history.FindVersion(report) == version)
                            .Select(report => report with { SideIsWritten = report.Side is not null }),
                    ]
                )),
        ];

    /// <summary>
    /// The codings in a random order, each first in growing parts or at once, then whole, then again.
    /// </summary>
    public static IEnumerable<CodingStep> InParts(IReadOnlyList<CodedArticle> codings, Dice dice)
    {
        var waiting = codings.Select(coded => new Queue<CodingStep>(CreateSteps(coded, dice))).ToList();
        while (waiting.Count > 0)
        {
            var steps = dice.Pick(waiting);
            yield return steps.Dequeue();
            if (steps.Count == 0)
                waiting.Remove(steps);
        }
    }

    private static IEnumerable<CodingStep> CreateSteps(CodedArticle coded, Dice dice)
    {
        var byChance = dice.Shuffle(coded.Reports);
        foreach (var count in Enumerable.Range(1, coded.Reports.Count).SkipLast(1).Where(_ => dice.Chance(40)))
            yield return new(
                coded with
                {
                    Reports = [.. coded.Reports.Where(byChance.Take(count).Contains)],
                },
                MustBeThere: false
            );
        yield return new(coded, MustBeThere: false);
        for (var again = dice.Between(1, 2); again > 0; again--)
            yield return new(coded, MustBeThere: true);
    }
}
