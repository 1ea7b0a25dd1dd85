using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>What some reports amount to: the acts in their order and a contest for each fact.</summary>
internal sealed class PlainView
{
    public PlainView(
        IReadOnlyList<PlainAct> acts,
        LocalDate? happenedBy,
        PlainAnswers answers,
        IReadOnlyList<Sighting> all
    )
    {
        var counting = acts.Where(act => happenedBy is not { } day || act.Date.Latest <= day).ToList();
        LeftOut = acts.Except(counting).Count(act => !(act.Date.Earliest > happenedBy));
        Ordered = PlainOrder.Sort(counting, answers.IsLater, (later, earlier) => answers.Follows(later, earlier, all));
        Contests = Ordered
            .SelectMany(act => InTheAct(PlainClaim.FromAct(act).Concat(answers.Rules.Denials(act))))
            .GroupBy(claim => claim.Key)
            .ToDictionary(claims => claims.Key, claims => PlainContest.Decide([.. claims], answers.Rules));
    }

    public IReadOnlyList<PlainAct> Ordered { get; }

    public int LeftOut { get; }

    public IReadOnlyDictionary<string, PlainContest> Contests { get; }

    // The claims of one act: the stronger ones last, and of equally strong ones what was said last.
    private static List<PlainClaim> InTheAct(IEnumerable<PlainClaim> claims)
    {
        var remaining = claims.ToList();
        var ordered = new List<PlainClaim>();
        while (remaining.Count > 0)
        {
            var same = remaining.Where(claim => claim.Key == remaining[0].Key).ToList();
            var weakest = same.Single(claim => same.All(other => other == claim || claim.IsWeakerInTheAct(other)));
            remaining.Remove(weakest);
            ordered.Add(weakest);
        }

        return ordered;
    }
}
