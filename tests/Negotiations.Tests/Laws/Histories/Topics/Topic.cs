namespace Negotiations.Tests.Laws;

/// <summary>What acts can be about: the types of report that contest the same facts.</summary>
internal abstract record Topic
{
    /// <summary>A report for each type, with random details.</summary>
    public abstract IReadOnlyList<Func<Dice, Report>> Kinds { get; }

    /// <summary>Any topic but the talks themselves, which every history has.</summary>
    public static Topic Random(Dice dice) =>
        dice.Weighted((33, 0), (33, 2), (8, 3), (5, 4), (7, 5), (14, 6)) switch
        {
            0 => new AttendanceTopic(dice.Pick(Cast.People)),
            2 => new DelegationTopic(dice.Pick(Cast.Sides)),
            3 => new CeasefireTopic(dice.Pick(Cast.Sides)),
            4 => new MeetingTopic(),
            6 => new JourneyTopic(dice.Pick(Cast.People), dice.Pick(Cast.Sides)),
            _ => new StatementTopic(),
        };
}
