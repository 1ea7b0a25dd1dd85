namespace Negotiations.Tests.Laws;

/// <summary>
/// Whether a round of talks is proposed, offered, scheduled, postponed, held or cancelled, when and where.
/// </summary>
/// <param name="Kinds">The kinds of report: not always all, or most talks would be held and most contests over.</param>
internal sealed record TalksTopic(IReadOnlyList<Func<Dice, Report>> Kinds) : Topic
{
    // Few dates, so that schedules repeat each other.
    private static readonly Edtf?[] Dates =
    [
        null,
        .. Enumerable.Repeat(Edtf.Parse("2025-05-15"), 5),
        Edtf.Parse("2025-05-16"),
        Edtf.Parse("2025-05"),
    ];

    public override IReadOnlyList<Func<Dice, Report>> Kinds { get; } = Kinds;

    public static TalksTopic WithRandomKinds(Dice dice) =>
        new(
            dice.Weighted<IReadOnlyList<Func<Dice, Report>>>(
                (26, [Offer, Schedule]),
                (72, [Schedule, Schedule, Postponement]),
                (34, [Schedule, Held]),
                (10, [Proposal, Offer, Schedule, Postponement, Held, Cancellation, Venue])
            )
        );

    public static TalksTopic OfAllKinds { get; } =
        new([Proposal, Offer, Schedule, Postponement, Held, Cancellation, Venue]);

    private static TalksOffered Offer(Dice dice) =>
        Blank.Report<TalksOffered>() with
        {
            Actor = dice.Pick(Cast.Sides),
            Date = dice.Pick(Dates),
        };

    private static TalksScheduled Schedule(Dice dice) =>
        Blank.Report<TalksScheduled>() with
        {
            Date = dice.Pick(Dates),
            Time = dice.Chance(8) ? "10:00" : null,
            Venue = dice.Maybe(dice.Pick(["the bridge", "the palace", "a house at the bridge"])),
        };

    private static TalksPostponed Postponement(Dice dice) =>
        Blank.Report<TalksPostponed>() with
        {
            NewTime = dice.Maybe("later"),
            Reason = dice.Maybe("delays"),
            Initiator = dice.Maybe(dice.Pick(Cast.Sides)),
        };

    private static TalksHeld Held(Dice dice) =>
        Blank.Report<TalksHeld>() with
        {
            Venue = dice.Maybe(dice.Pick(["the bridge", "a house at the bridge", "the palace"])),
            Outcome = dice.Maybe("none"),
        };

    private static TalksCancelled Cancellation(Dice dice) =>
        Blank.Report<TalksCancelled>() with
        {
            Reason = dice.Maybe("delays"),
        };

    private static TalksProposed Proposal(Dice dice) =>
        Blank.Report<TalksProposed>() with
        {
            Venue = dice.Maybe("the bridge"),
            Date = dice.Pick(Dates),
        };

    private static VenueOffered Venue(Dice dice) =>
        Blank.Report<VenueOffered>() with
        {
            Venue = dice.Maybe("the bridge"),
            Host = dice.Pick(Cast.Sides),
        };
}
