using NodaTime;

namespace Negotiations.Bench;

/// <summary>Draws what happens in a round of an invented negotiation.</summary>
/// <param name="random">The source.</param>
/// <param name="cast">All who may act.</param>
/// <param name="round">The round.</param>
/// <param name="rounds">How many rounds the negotiation has.</param>
/// <param name="negotiation">Identifier of the negotiation.</param>
internal sealed class ActDraw(Random random, Cast cast, InventedRound round, int rounds, string negotiation)
{
    private const string Talks = "the talks";

    /// <summary>An act on a day.</summary>
    /// <param name="number">Its place in the order in which the acts happen.</param>
    /// <param name="day">The day.</param>
    public InventedAct Next(int number, LocalDate day)
    {
        var actor = DrawActor();
        var content = Content(actor, day);
        var side = actor is null ? null : FindSide(actor);
        var isWritten = actor is not null && random.Percent(50);
        return new(
            number,
            day,
            content with
            {
                Negotiation = negotiation,
                Actor = actor is null ? null : Cast.Write(random, actor),
                // A side that nobody wrote is that of the actor, without words.
                Side =
                    side is null ? null
                    : isWritten ? Cast.Write(random, side)
                    : new("", side.Id),
                SideIsWritten = isWritten,
                Joint = actor is not null && random.Percent(3) ? DrawJoint(actor) : null,
                Round = DrawRound(content),
                Issue = content is PositionStated || random.Percent(25) ? DrawIssue() : null,
                Act = $"act-{number}",
            }
        );
    }

    // Mostly a person; sometimes an institution or a whole side; now and then the texts name nobody.
    private NamedEntity? DrawActor() =>
        random.Next(100) switch
        {
            < 77 => random.Pick(round.People),
            < 87 => random.Pick(cast.Institutions),
            < 97 => random.Pick(cast.Sides),
            _ => null,
        };

    private NamedEntity FindSide(NamedEntity actor) =>
        actor.Kind == EntityKind.Party ? actor : cast.Sides.First(side => side.Id == actor.Side);

    private IReadOnlyList<Doer>? DrawJoint(NamedEntity actor)
    {
        var other = random.Pick(round.People);
        return other.Id == actor.Id ? null : [new(Cast.Write(random, other), new("", other.Side!))];
    }

    // The round that is under way; sometimes the one after it, or background on the one before, or no round at all.
    private string DrawRound(Report content) =>
        random.Next(100) switch
        {
            < 3 when round.Number + 1 < rounds => InventedRound.FormatId(round.Number + 1),
            < 6 when round.Number > 0 => InventedRound.FormatId(round.Number - 1),
            < 8 when content is AccusationMade or AssessmentMade or PositionStated => Round.General,
            _ => round.Id,
        };

    private Name DrawIssue() => Cast.Write(random, random.Pick(round.Issues));

    private Name DrawSide() => Cast.Write(random, random.Pick(cast.Sides));

    private Name DrawPerson() => Cast.Write(random, random.Pick(round.People));

    private string DrawPlace() => random.Pick(cast.Places).Name;

    private Report Content(NamedEntity? actor, LocalDate day) =>
        random.Next(100) switch
        {
            < 22 => Attendance(actor),
            < 28 => Delegation(),
            < 38 => Talk(day),
            < 44 => Ceasefire(),
            < 54 => Blank<PositionStated>() with
            {
                Topic = "what stands in the way",
                Position = random.Pick(["this must be settled first", "both sides have to move", "the offer stands"]),
                Stance = random.Pick(["supports", "opposes", "conditional", "open", "undecided"]),
            },
            < 62 => Proposal(),
            < 67 => Agreement(),
            < 71 => Exchange(),
            < 75 => Pressure(day),
            < 79 => Blank<TravelReported>() with
            {
                Traveller = DrawPerson(),
                Destination = DrawPlace(),
                Status = random.Pick(Enum.GetValues<TravelStatus>()),
            },
            < 84 => Meeting(),
            < 87 => Blank<HostilitiesReported>() with
            {
                Kind = random.Pick(["missileAttack", "attacks", "advance", "offensivePreparation"]),
                Killed = random.Next(20),
                Place = DrawPlace(),
            },
            < 89 => Blank<MediationOffered>() with { Offer = "to host another round", Venue = DrawPlace() },
            < 91 => Blank<InvitationIssued>() with
            {
                Invitee = DrawPerson(),
                Event = Talks,
                Style = random.Pick(Enum.GetValues<InvitationStyle>()),
            },
            < 95 => Blank<AccusationMade>() with
            {
                Target = DrawSide(),
                Accusation = "holding up the exchange of lists",
            },
            < 98 => Blank<AssessmentMade>() with { Subject = Talks, Assessment = "that progress is slow but real" },
            _ => Blank<DemandMade>() with { Demands = ["that the lists be exchanged first"] },
        };

    // People speak of themselves as a rule.
    private Report Attendance(NamedEntity? actor)
    {
        var person =
            actor is { Kind: EntityKind.Person } && random.Percent(70) ? Cast.Write(random, actor) : DrawPerson();
        return random.Next(12) switch
        {
            < 4 => Blank<AttendanceConfirmed>() with
            {
                Person = person,
                Event = Talks,
                ConfirmedBy = person,
                Destination = DrawPlace(),
            },
            < 6 => Blank<AttendanceDeclined>() with { Person = person, Event = Talks, Kind = AbsenceKind.Announced },
            < 8 => Blank<AttendanceReported>() with { Person = person, Event = Talks, Sources = "two diplomats" },
            < 9 => Blank<AttendancePossible>() with { Person = person, Event = Talks, DateText = "next week" },
            < 10 => Blank<AttendanceUnconfirmed>() with
            {
                Person = person,
                Event = Talks,
                Response = "would not comment",
            },
            < 11 => Blank<AttendanceAttended>() with { Person = person, Event = Talks },
            _ => Blank<AttendanceConditional>() with
            {
                Person = person,
                Event = Talks,
                Condition = "that the other side comes too",
            },
        };
    }

    private Report Delegation()
    {
        var side = random.Pick(cast.Sides);
        var written = Cast.Write(random, side);
        var people = cast.ListPeople(side.Id).Select(person => Cast.Write(random, person)).ToList();
        return random.Next(5) switch
        {
            0 => Blank<DelegationHeadNamed>() with { DelegationSide = written, Head = random.Pick(people) },
            1 => Blank<DelegationNamed>() with { DelegationSide = written, Count = random.Next(2, 12) },
            2 => Blank<DelegationDispatched>() with { DelegationSide = written, Destination = DrawPlace() },
            3 => Blank<DelegateOmitted>() with
            {
                DelegationSide = written,
                Names = [random.Pick(people)],
                Kind = random.Pick(Enum.GetValues<OmissionKind>()),
            },
            _ => Blank<DelegationNamed>() with
            {
                DelegationSide = written,
                Members = [.. random.PickSome(people, 4).DistinctBy(member => member.Id)],
            },
        };
    }

    private Report Talk(LocalDate day)
    {
        var parties = cast.Sides.Select(side => Cast.Write(random, side)).ToList();
        return random.Next(12) switch
        {
            < 5 when day >= round.Meeting => Blank<TalksHeld>() with
            {
                Venue = DrawPlace(),
                Parties = parties,
                Outcome = "to meet again",
                Form = random.Pick(Enum.GetValues<TalksForm>()),
                Level = random.Pick([null, "ministers", "technical"]),
            },
            < 5 => Blank<TalksScheduled>() with
            {
                Date = Edtf.From(DayBounds.FromDay(round.Meeting.PlusDays(random.Next(10) == 0 ? 1 : 0))),
                Venue = DrawPlace(),
                Time = random.Percent(50) ? "10:00" : null,
                Parties = parties,
            },
            < 6 => Blank<TalksPostponed>() with { NewTime = "a few days later", Initiator = DrawSide() },
            < 7 => Blank<TalksSuspended>() with { By = [DrawSide()], Reason = "consultations" },
            < 8 => Blank<TalksResumed>() with { By = [DrawSide()] },
            < 10 => Blank<TalksOffered>() with { Form = "direct", Venues = [DrawPlace()] },
            < 11 => Blank<PreconditionSet>() with
            {
                ConditionKind = random.Pick(Enum.GetValues<ConditionKind>()),
                Condition = "a truce first",
                Blocks = Talks,
            },
            _ => Blank<TalksAccepted>() with
            {
                AcceptedOffer = "direct talks",
                Conditions = random.Percent(30) ? ["a truce first"] : null,
            },
        };
    }

    private Report Ceasefire() =>
        random.Next(4) switch
        {
            0 => Blank<CeasefireProposed>() with
            {
                DurationDays = random.Pick([3, 30]),
                Unconditional = random.Percent(50),
                Scope = "the whole river",
            },
            1 => Blank<CeasefireAccepted>() with { DurationDays = 30, Proposer = DrawSide() },
            2 => Blank<CeasefireRejected>() with
            {
                Rejected = "a truce of thirty days",
                Reason = "it would only help the other side",
            },
            _ => Blank<CeasefireViolationAlleged>() with
            {
                Target = DrawSide(),
                Ceasefires = ["the truce of the spring"],
                Alleged = "shots at night",
            },
        };

    private Report Proposal()
    {
        var proposal = random.Pick(round.Proposals);
        return random.Next(4) switch
        {
            0 => Blank<ProposalMade>() with
            {
                Proposal = proposal,
                Terms = [random.Pick(["a joint commission", "a date for the next step", "observers"])],
                Form = random.Pick(Enum.GetValues<Medium>()),
            },
            1 => Blank<ProposalDismissed>() with { Proposal = proposal, Characterisation = "nothing new" },
            2 => Blank<ConcessionOffered>() with { Concession = "open the lower locks", InReturn = "the lists" },
            _ => Blank<ProposalAccepted>() with
            {
                Proposal = proposal,
                Conditions = random.Percent(30) ? ["a truce first"] : null,
            },
        };
    }

    private Report Agreement()
    {
        var agreement = random.Pick(round.Agreements);
        var by = cast.Sides.Select(side => Cast.Write(random, side)).ToList();
        return random.Next(6) switch
        {
            0 or 1 => Blank<AgreementReached>() with
            {
                Agreement = agreement,
                Kind = random.Pick(Enum.GetValues<AgreementKind>()),
                Parties = by,
                Terms = ["a joint commission"],
                Duration = random.Pick([null, "ninety days"]),
            },
            2 => Blank<AgreementSigned>() with { Agreement = agreement, By = by, At = DrawPlace() },
            3 => Blank<AgreementInForce>() with { Agreement = agreement, By = by },
            4 => Blank<AgreementRatified>() with { Agreement = agreement, By = [DrawSide()] },
            _ => Blank<AgreementLeft>() with
            {
                Agreement = agreement,
                Kind = random.Pick(Enum.GetValues<DepartureKind>()),
            },
        };
    }

    private Report Exchange()
    {
        var exchange = random.Pick(round.Exchanges);
        var (from, to) = (DrawSide(), DrawSide());
        return random.Percent(60)
            ? Blank<ExchangeAgreed>() with
            {
                Exchange = exchange,
                What = "prisoners",
                From = [from],
                To = [to],
                Count = random.Pick([60, 75, 100]),
            }
            : Blank<ExchangeCarriedOut>() with
            {
                Exchange = exchange,
                What = "prisoners",
                From = [from],
                To = [to],
                Count = random.Pick([60, 75]),
            };
    }

    private Report Pressure(LocalDate day) =>
        random.Next(5) switch
        {
            0 => Blank<SanctionsThreatened>() with
            {
                Sanctioners = [DrawSide()],
                Trigger = "if the talks fail",
                Measures = "a halt to trade",
                Sanctions = random.Pick(round.Sanctions),
            },
            1 => Blank<SanctionsImposed>() with
            {
                Sanctioners = [DrawSide()],
                Against = [DrawSide()],
                Measures = "a halt to trade",
                Sanctions = random.Pick(round.Sanctions),
            },
            2 => Blank<SanctionsLifted>() with
            {
                Sanctioners = [DrawSide()],
                Against = [DrawSide()],
                Measures = "a halt to trade",
                Sanctions = random.Pick(round.Sanctions),
            },
            _ => Blank<DeadlineSet>() with
            {
                Name = random.Pick(round.Deadlines),
                Deadline = Edtf.From(DayBounds.FromDay(day.PlusDays(random.Next(2, 15)))),
                For = "an answer",
                Kind = random.Pick(Enum.GetValues<DeadlineKind>()),
            },
        };

    // The same few people meet each other again and again.
    private Report Meeting()
    {
        var first = random.Next(10);
        IReadOnlyList<Name> both =
        [
            Cast.Write(random, round.People[first]),
            Cast.Write(random, round.People[first + 1 + random.Next(2)]),
        ];
        return random.Next(3) switch
        {
            0 => Blank<MeetingScheduled>() with { Participants = both, Venue = DrawPlace() },
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
