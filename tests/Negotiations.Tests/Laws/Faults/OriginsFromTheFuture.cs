namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: origins that are not yet known corroborate.</summary>
internal sealed class OriginsFromTheFuture : PlainAnswers
{
    public override IEnumerable<Sighting> Corroborating(
        PlainContest contest,
        IReadOnlyList<Sighting> visible,
        IReadOnlyList<Sighting> all
    ) => all.Where(sighting => contest.Because.Any(claim => claim.Act.Key == sighting.Report.Act));
}
