namespace Negotiations.Tests.Laws;

/// <summary>Whether a person attends.</summary>
internal sealed record AttendanceTopic(Name Person) : Topic
{
    public override IReadOnlyList<Func<Dice, Report>> Kinds =>
        [
            dice =>
                Blank.Report<AttendanceDeclined>() with
                {
                    Person = Person,
                    Event = dice.Maybe("talks"),
                    Kind = dice.Pick<AbsenceKind?>([AbsenceKind.Announced, AbsenceKind.NoShow, null]),
                },
            dice =>
                Blank.Report<AttendanceConfirmed>() with
                {
                    Person = Person,
                    Event = dice.Maybe("talks"),
                    Role = dice.Maybe("head"),
                    Date = dice.Chance(40) ? Calendar.RandomDate(dice, dice.Pick(Calendar.Days)) : null,
                },
            dice =>
                Blank.Report<AttendanceConditional>() with
                {
                    Person = Person,
                    Condition = dice.Maybe("a ceasefire"),
                },
            dice => Blank.Report<AttendancePossible>() with { Person = Person, Event = dice.Maybe("talks") },
            dice => Blank.Report<AttendanceUnconfirmed>() with { Person = Person, Response = dice.Maybe("no comment") },
            dice => Blank.Report<AttendanceReported>() with { Person = Person, Sources = dice.Maybe("two officials") },
            _ => Blank.Report<DelegationNamed>() with { DelegationSide = Cast.Sides[0], Members = [Person] },
        ];
}
