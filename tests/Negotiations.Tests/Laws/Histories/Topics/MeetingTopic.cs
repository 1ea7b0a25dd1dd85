namespace Negotiations.Tests.Laws;

/// <summary>Whether two people meet.</summary>
internal sealed record MeetingTopic : Topic
{
    private static readonly IReadOnlyList<Name> Both = [Cast.People[0], Cast.People[1]];

    public override IReadOnlyList<Func<Dice, Report>> Kinds =>
        [
            dice => Blank.Report<MeetingScheduled>() with { Participants = Both, Venue = dice.Maybe("the bridge") },
            dice => Blank.Report<MeetingHeld>() with { Participants = Both, Venue = dice.Maybe("the bridge") },
            dice => Blank.Report<MeetingDeclined>() with { Parties = Both, Meeting = dice.Maybe("a walk") },
        ];
}
