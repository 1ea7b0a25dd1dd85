namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: acts are put in order by texts that are not yet known, too.</summary>
internal sealed class TextOrderFromTheFuture : PlainAnswers
{
    public override bool Follows(PlainAct later, PlainAct earlier, IReadOnlyList<Sighting> all) =>
        later != earlier && base.Follows(WithTheFuture(later, all), WithTheFuture(earlier, all), all);

    private static PlainAct WithTheFuture(PlainAct act, IReadOnlyList<Sighting> all) =>
        new(act.Key, [.. all.Where(sighting => sighting.Report.Act == act.Key)], act.Date);
}
