namespace Negotiations.Tests.Laws;

/// <summary>What acts can be about: the types of report that contest the same facts.</summary>
internal abstract record Topic
{
    /// <summary>A report for each type, with random details.</summary>
    public abstract IReadOnlyList<Func<Dice, Report>> Kinds { get; }

    /// <summary>Any topic but the talks themselves, which every history has.</summary>
    public static Topic Random(Dice dice) =>
        dice.Weighted((40, 0), (40, 2), (7, 3), (7, 4), (6, 5)) switch
        {
            0 => new AttendanceTopic(dice.Pick(Cast.People)),
            2 => new DelegationTopic(dice.Pick(Cast.Sides)),
            3 => new CeasefireTopic(dice.Pick(Cast.Sides)),
            4 => new MeetingTopic(),
            _ => new StatementTopic(),
        };
}
