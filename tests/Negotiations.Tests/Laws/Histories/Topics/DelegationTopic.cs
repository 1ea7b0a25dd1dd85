namespace Negotiations.Tests.Laws;

/// <summary>Who is in the delegation of a side, or how many.</summary>
internal sealed record DelegationTopic(Name Side) : Topic
{
    public override IReadOnlyList<Func<Dice, Report>> Kinds =>
        [
            dice =>
                Blank.Report<DelegationNamed>() with
                {
                    DelegationSide = Side,
                    Members = dice.Some(Cast.People, dice.Between(1, 2)),
                },
            dice =>
                Blank.Report<DelegationNamed>() with
                {
                    DelegationSide = Side,
                    Members = dice.Some(Cast.People, 1),
                    Head = dice.Pick(Cast.People),
                },
            dice => Blank.Report<DelegationNamed>() with { DelegationSide = Side, Count = dice.Between(2, 3) },
            dice =>
                Blank.Report<DelegationNamed>() with
                {
                    DelegationSide = Side,
                    Experts = dice.Some(Cast.People, 1),
                    Count = 2,
                },
            dice =>
                Blank.Report<DelegationHeadNamed>() with
                {
                    DelegationSide = Side,
                    Head = dice.Pick(Cast.People),
                    Role = dice.Maybe("minister"),
                },
            _ => Blank.Report<DelegationHeadNamed>() with { DelegationSide = Side, Role = "minister" },
        ];
}
