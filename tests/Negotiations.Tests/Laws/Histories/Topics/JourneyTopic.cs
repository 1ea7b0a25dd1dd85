namespace Negotiations.Tests.Laws;

/// <summary>How far the journey of a person, or of a delegation, is.</summary>
internal sealed record JourneyTopic(Name Traveller, Name Side) : Topic
{
    public override IReadOnlyList<Func<Dice, Report>> Kinds =>
        [
            dice =>
                Blank.Report<TravelReported>() with
                {
                    Traveller = Traveller,
                    Status = dice.Pick<TravelStatus?>([
                        TravelStatus.Planned,
                        TravelStatus.EnRoute,
                        TravelStatus.InRegion,
                        TravelStatus.Completed,
                    ]),
                    Destination = dice.Maybe(dice.Pick(["the bridge", "a house at the bridge", "the palace"])),
                    Date = dice.Chance(40) ? Calendar.RandomDate(dice, dice.Pick(Calendar.Days)) : null,
                },
            dice =>
                Blank.Report<DelegationDispatched>() with
                {
                    DelegationSide = Side,
                    Destination = dice.Maybe("the bridge"),
                },
        ];
}
