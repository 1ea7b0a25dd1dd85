namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: an act is dated by its first report alone.</summary>
internal sealed class DatedByTheFirstReport : PlainAnswers
{
    public override IReadOnlyList<Sighting> DatedBy(IReadOnlyList<Sighting> ofAct, IReadOnlyList<Sighting> all) =>
        [Sighting.FindFirst(ofAct)];
}
