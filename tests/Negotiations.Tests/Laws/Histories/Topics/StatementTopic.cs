namespace Negotiations.Tests.Laws;

/// <summary>Statements, which have a fact of their own for each act.</summary>
internal sealed record StatementTopic : Topic
{
    public override IReadOnlyList<Func<Dice, Report>> Kinds =>
        [
            dice =>
                Blank.Report<PositionStated>() with
                {
                    Side = dice.Pick(Cast.Sides),
                    Topic = "borders",
                    Position = dice.Maybe("as they are"),
                },
            dice => Blank.Report<AccusationMade>() with { Accusation = dice.Maybe("delay") },
            dice => Blank.Report<DemandMade>() with { Demands = ["withdrawal"], Proposal = dice.Maybe("the plan") },
            dice =>
                Blank.Report<TravelReported>() with
                {
                    Traveller = dice.Pick(Cast.People),
                    Status = dice.Pick<TravelStatus?>([TravelStatus.Planned, TravelStatus.EnRoute]),
                },
        ];
}
