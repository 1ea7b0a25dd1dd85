namespace Negotiations.Tests.Laws;

/// <summary>
/// What the coder of a new version of an article says of the version before: what it carries, replaces and drops.
/// </summary>
internal static class RandomComparison
{
    /// <summary>
    /// The events of a version with a comparison, where the version before had reports or carried some.
    /// </summary>
    public static List<DomainEvent> With(List<DomainEvent> before, List<DomainEvent> events, Dice dice)
    {
        var earlier = (ArticleVersionPublished)before[0];
        var reports = events.OfType<Report>().ToList();
        var (carries, replaces, drops) = (new List<CarriedReport>(), new List<ReplacedReport>(), new List<string>());
        var there = before
            .OfType<Report>()
            .Select(report => report.Id)
            .Concat(earlier.Compared?.Carries.Select(carried => carried.Report) ?? [])
            .ToList();
        // What the version before had replaced or dropped can only come back.
        var gone = (
            earlier.Compared?.Replaces.Select(replaced => replaced.Old).Concat(earlier.Compared.Drops) ?? []
        ).ToList();
        foreach (var id in there.Concat(gone))
        {
            switch (
                there.Contains(id) ? dice.Weighted((35, 0), (30, 1), (20, 2), (15, 3)) : dice.Weighted((60, 0), (40, 3))
            )
            {
                case 0:
                    carries.Add(new(id, [new(dice.Below(20) * 10, 1000, Cast.Hash('e'))]));
                    break;
                case 1:
                    var place = dice.Below(reports.Count);
                    // What stands in its place is mostly about the same act.
                    if (dice.Chance(70) && before.OfType<Report>().FirstOrDefault(report => report.Id == id) is { } old)
                    {
                        // What the texts say of the order agreed with the act that it was about.
                        reports = [.. reports.Select(report => report with { PrecededBy = null })];
                        reports[place] = reports[place] with
                        {
                            Act = old.Act,
                            Round = old.Round,
                            FurtherRounds = old.FurtherRounds,
                        };
                    }

                    replaces.Add(new(reports[place].Id, id));
                    break;
                case 2:
                    drops.Add(id);
                    break;
            }
        }

        return
        [
            (ArticleVersionPublished)events[0] with
            {
                Compared = new(earlier.Version, carries, replaces, drops),
            },
            .. reports,
        ];
    }
}
