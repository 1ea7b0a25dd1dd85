namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: acts are dated by reports that are not yet known, too.</summary>
internal sealed class DatesFromTheFuture : PlainAnswers
{
    public override IReadOnlyList<Sighting> DatedBy(IReadOnlyList<Sighting> ofAct, IReadOnlyList<Sighting> all) =>
        [.. all.Where(sighting => sighting.Report.Act == ofAct[0].Report.Act)];
}
