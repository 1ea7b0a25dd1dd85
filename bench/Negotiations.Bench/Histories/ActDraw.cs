using NodaTime;

namespace Negotiations.Bench;

/// <summary>Draws what happens in the invented negotiation.</summary>
public sealed class ActDraw(Random random, IReadOnlyList<Round> rounds)
{
    private const string Talks = "the talks";

    /// <summary>An act on a day.</summary>
    /// <param name="number">Its place in the order in which the acts happen.</param>
    /// <param name="day">The day.</param>
    /// <param name="progress">How far the negotiation has come, from 0 to below 1.</param>
    public InventedAct Next(int number, LocalDate day, double progress)
    {
        var (actor, side) = random.Pick(Cast.People);
        var (round, nearItsEnd) = RoundAt(progress);
        var content = Content(actor, side, day, nearItsEnd);
        var isRemark = content is PositionStated or AccusationMade or AssessmentMade;
        return new(
            number,
            day,
            content with
            {
                Negotiation = InventedHistory.Negotiation,
                Actor = actor,
                Side = random.Percent(90) ? side : null,
                Round = isRemark && random.Percent(50) ? Round.General : round,
                Act = $"act-{number}",
            }
        );
    }

    // Mostly the round that is coming up; sometimes the one after it, or background on the one before.
    private (string Round, bool NearItsEnd) RoundAt(double progress)
    {
        var place = progress * rounds.Count;
        var current = (int)place;
        var shift = random.Next(10) switch
        {
            0 => 1,
            1 => -1,
            _ => 0,
        };
        return (rounds[Math.Clamp(current + shift, 0, rounds.Count - 1)].Id, shift == 0 && place - current > 0.9);
    }

    private Report Content(Name actor, Name side, LocalDate day, bool nearItsEnd) =>
        random.Next(100) switch
        {
            < 30 => Attendance(actor),
            < 38 => Delegation(side),
            < 50 => Talk(day, nearItsEnd),
            < 60 => Ceasefire(side),
            < 65 => Blank<TravelReported>() with
            {
                Traveller = actor,
                Destination = "the Delta",
                Status = random.Pick(Enum.GetValues<TravelStatus>()),
            },
            < 70 => Meeting(actor),
            < 75 => Blank<HostilitiesReported>() with
            {
                Kind = random.Pick(["missileAttack", "attacks", "advance", "offensivePreparation"]),
                Killed = random.Next(20),
                Place = "the eastern sluice",
            },
            < 80 => Blank<MediationOffered>() with
            {
                Offer = "to host another round",
                Venue = random.Pick(Cast.Venues),
            },
            < 85 => Blank<AccusationMade>() with
            {
                Target = random.Pick(Cast.Sides),
                Accusation = "holding up the exchange of lists",
            },
            < 90 => Blank<AssessmentMade>() with { Subject = Talks, Assessment = "that progress is slow but real" },
            _ => Blank<PositionStated>() with
            {
                Topic = "the water quota",
                Position = "that the quota must be settled first",
                Stance = "firm",
            },
        };

    private Report Attendance(Name person) =>
        random.Next(10) switch
        {
            < 4 => Blank<AttendanceConfirmed>() with
            {
                Person = person,
                Event = Talks,
                ConfirmedBy = person,
                Destination = "the Delta",
            },
            < 6 => Blank<AttendanceDeclined>() with { Person = person, Event = Talks, Kind = AbsenceKind.Announced },
            < 8 => Blank<AttendanceReported>() with { Person = person, Event = Talks },
            < 9 => Blank<AttendancePossible>() with { Person = person, Event = Talks, DateText = "next week" },
            _ => Blank<AttendanceConditional>() with
            {
                Person = person,
                Event = Talks,
                Condition = "that the other side comes too",
            },
        };

    private Report Delegation(Name side)
    {
        var people = Cast.People.Where(member => member.Side == side).Select(member => member.Person).ToList();
        return random.Next(3) switch
        {
            0 => Blank<DelegationHeadNamed>() with { DelegationSide = side, Head = random.Pick(people) },
            1 => Blank<DelegationNamed>() with { DelegationSide = side, Members = null, Count = random.Next(2, 12) },
            _ => Blank<DelegationNamed>() with { DelegationSide = side, Members = random.PickSome(people, 4) },
        };
    }

    private Report Talk(LocalDate day, bool nearItsEnd) =>
        random.Next(10) switch
        {
            < 3 when nearItsEnd => Blank<TalksHeld>() with
            {
                Venue = random.Pick(Cast.Venues),
                Parties = Cast.Sides,
                Outcome = "to meet again",
            },
            < 4 => Blank<TalksScheduled>() with
            {
                Date = Edtf.From(DayBounds.FromDay(day.PlusDays(random.Next(2, 10)))),
                Venue = random.Pick(Cast.Venues),
                Time = random.Percent(50) ? "10:00" : null,
                Parties = Cast.Sides,
            },
            < 5 => Blank<TalksPostponed>() with { NewTime = "a few days later", Initiator = random.Pick(Cast.Sides) },
            < 8 => Blank<TalksOffered>() with { Form = "direct", Venues = [random.Pick(Cast.Venues)] },
            _ => Blank<TalksAccepted>() with
            {
                AcceptedOffer = "direct talks",
                Conditions = random.Percent(30) ? ["a truce first"] : null,
            },
        };

    private Report Ceasefire(Name side) =>
        random.Next(4) switch
        {
            0 => Blank<CeasefireProposed>() with
            {
                DurationDays = random.Pick([3, 30]),
                Unconditional = random.Percent(50),
                Scope = "the whole river",
            },
            1 => Blank<CeasefireAccepted>() with { DurationDays = 30, Proposer = random.Pick(Cast.Sides) },
            2 => Blank<CeasefireRejected>() with
            {
                Rejected = "a truce of thirty days",
                Reason = "it would only help the other side",
            },
            _ => Blank<CeasefireViolationAlleged>() with
            {
                Target = side,
                Ceasefires = ["the truce of the spring"],
                Alleged = "shots at night",
            },
        };

    private Report Meeting(Name person)
    {
        IReadOnlyList<Name> both = [person, random.Pick(Cast.People).Person];
        return random.Next(3) switch
        {
            0 => Blank<MeetingScheduled>() with { Participants = both, Venue = random.Pick(Cast.Venues) },
            1 => Blank<MeetingDeclined>() with { Parties = both, Meeting = "a meeting of the two" },
            _ => Blank<MeetingHeld>() with
            {
                Participants = both,
                Venue = null,
                Channel = random.Pick(Enum.GetValues<MeetingChannel>()),
            },
        };
    }

    // What is required is filled in later, by the report of an article.
    private static T Blank<T>()
        where T : Report => Activator.CreateInstance<T>();
}
