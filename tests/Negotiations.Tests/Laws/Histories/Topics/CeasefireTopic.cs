namespace Negotiations.Tests.Laws;

/// <summary>Whether a side agrees to a ceasefire and to talks.</summary>
internal sealed record CeasefireTopic(Name Side) : Topic
{
    public override IReadOnlyList<Func<Dice, Report>> Kinds =>
        [
            dice => Blank.Report<CeasefireAccepted>() with { Side = Side, DurationDays = dice.Chance(50) ? 30 : null },
            dice => Blank.Report<CeasefireRejected>() with { Side = Side, Reason = dice.Maybe("none given") },
            dice =>
                Blank.Report<TalksAccepted>() with
                {
                    Actor = Side,
                    Conditions = dice.Chance(50) ? ["a ceasefire"] : null,
                },
            dice => Blank.Report<TalksRejected>() with { Actor = Side, What = dice.Maybe("talks") },
        ];
}
