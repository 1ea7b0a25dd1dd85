namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: acts stand in the order in which they were recorded.</summary>
internal sealed class TheLastArrivalDecides : PlainAnswers
{
    public override bool IsLater(PlainAct act, PlainAct other) => Arrival(act) > Arrival(other);

    private static long Arrival(PlainAct act) => act.Sightings.Min(sighting => sighting.Recorded.Position);
}
