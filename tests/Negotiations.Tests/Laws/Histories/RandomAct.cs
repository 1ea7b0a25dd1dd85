using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>An act that the reports of a random history are about.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Round">Its round.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Kind">The kind of report that most reports of it are.</param>
/// <param name="Day">The day on which most of its reports date it.</param>
/// <param name="IsDated">Whether its reports date it; else it is dated by what their articles cover, if by
/// anything.</param>
internal sealed record RandomAct(string Key, string Round, Topic Topic, int Kind, LocalDate Day, bool IsDated)
{
    /// <summary>A few acts, most of them about the talks of one round or about one other topic.</summary>
    public static List<RandomAct> Some(Dice dice)
    {
        var (talks, other) = (TalksTopic.WithRandomKinds(dice), Topic.Random(dice));
        var round = dice.Pick(Cast.Rounds);
        return
        [
            .. Enumerable
                .Range(1, dice.Between(7, 8))
                .Select(number =>
                {
                    var topic = dice.Weighted((57, talks), (36, other), (7, Topic.Random(dice)));
                    return new RandomAct(
                        // Keys in another order than the acts: nothing may follow from them.
                        $"act-{number * 5 % 9}",
                        dice.Chance(93) ? round : dice.Pick(Cast.Rounds),
                        topic,
                        dice.Below(topic.Kinds.Count),
                        Calendar.Days[dice.Below(4)],
                        dice.Chance(85)
                    );
                }),
        ];
    }

    /// <summary>A report of the act, without what depends on its article.</summary>
    public Report RandomReport(Dice dice) =>
        Topic.Kinds[dice.Chance(88) ? Kind : dice.Below(Topic.Kinds.Count)](dice) with
        {
            Act = Key,
            Round = Round,
            FurtherRounds = dice.Chance(4) ? [.. Cast.Rounds.Where(round => round != Round)] : null,
            Joint = dice.Chance(20) ? [new(dice.Pick([.. Cast.People, .. Cast.Sides]))] : null,
            Ended = dice.Chance(6),
            Happened = IsDated ? Calendar.RandomDate(dice, Day) : null,
            TimeOfDay = dice.Chance(25) ? dice.Pick(Calendar.TimesOfDay) : null,
            LookingBack = dice.Chance(12),
            Standing = dice.Weighted(
                (40, Standing.Own),
                (18, Standing.Observed),
                (24, Standing.OwnUnnamed),
                (18, Standing.Other)
            ),
            Modality = dice.Weighted(
                (58, Modality.Asserted),
                (10, Modality.Reported),
                (8, Modality.Planned),
                (5, Modality.Possible),
                (4, Modality.Conditional),
                (4, Modality.Expected),
                (8, Modality.Denied),
                (3, Modality.Demanded)
            ),
            Certainty = dice.Between(1, 5),
            Summary = "",
        };
}
