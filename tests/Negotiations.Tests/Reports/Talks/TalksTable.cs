using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class TalksTable
{
    public static Row[] Rows =>
        [
            Row.Create<DemandMade>(
                r =>
                    r with
                    {
                        Demands = ["the shore", "the isle"],
                        Proposal = "memorandum",
                        Issue = new("the shore", "shore"),
                    },
                """
                demand/act-1 = {"status":"made","by":"ada-brill","addressee":"ostrelia",
                "demands":["the shore","the isle"],"proposal":"memorandum","issue":"shore"}
                """
            ),
            Row.Create<DocumentsExchanged>(
                r => r with { Documents = "drafts", Parties = [Varland, Ostrelia], Outcome = "to be studied" },
                """
                documents/act-1 = {"status":"exchanged","by":"ada-brill","documents":"drafts",
                "parties":["varland","ostrelia"],"outcome":"to be studied"}
                """
            ),
            Row.Create<ProposalDismissed>(
                r =>
                    r with
                    {
                        Proposal = "the draft",
                        Characterisation = "theatre",
                        Proposer = Ostrelia,
                        Reason = "vague",
                    },
                """
                proposal/the-draft/answer/varland = {"status":"dismissed","proposal":"the draft",
                "proposer":"ostrelia","characterisation":"theatre","reason":"vague"}
                """
            ),
            Row.Create<ProposalDismissed>(
                r => r with { Characterisation = "theatre", Issue = new("fishing", "fishing") },
                """
                dismissal/act-1 = {"status":"dismissed","by":"ada-brill","characterisation":"theatre",
                "issue":"fishing"}
                """
            ),
            Row.Create<ProposalDismissed>(r => r.As(Modality.Expected) with { Proposal = "the draft" }),
            Row.Create<FurtherTalksAgreed>(
                r => r with { Date = Edtf.Parse("2031-05"), Venue = "Merin Hall", Level = "experts" },
                """
                further-talks/act-1 = {"status":"agreed","by":"ada-brill","date":"2031-05","venue":"Merin Hall",
                "level":"experts"}
                """
            ),
            Row.Create<FurtherTalksAgreed>(r => r.As(Modality.Expected) with { Venue = "Merin Hall" }),
            Row.Create<TalksSuspended>(
                r => r with { By = [Ostrelia], Reason = "a funeral", Until = "Monday" },
                """
                round/status = {"status":"suspended","by":"ostrelia","reason":"a funeral","until":"Monday"} (final)
                """
            ),
            Row.Create<TalksSuspended>(r => r.As(Modality.Possible) with { Reason = "a funeral" }),
            Row.Create<TalksBrokenOff>(
                r => r with { Reason = "a walk-out" },
                """round/status = {"status":"brokenOff","by":"ada-brill","reason":"a walk-out"} (final)"""
            ),
            Row.Create<TalksBrokenOff>(
                r => r with { Round = Round.General, By = [Varland, Ostrelia] },
                """other-talks/act-1 = {"status":"brokenOff","by":["varland","ostrelia"]} (final)"""
            ),
            Row.Create<TalksBrokenOff>(r => r.As(Modality.Demanded) with { Reason = "a walk-out" }),
            Row.Create<TalksResumed>(
                r => r with { Reason = "a new draft" },
                """round/status = {"status":"resumed","by":"ada-brill","reason":"a new draft"} (final)"""
            ),
            Row.Create<TalksResumed>(r => r.As(Modality.Planned) with { Reason = "a new draft" }),
            Row.Create<TalksAccepted>(
                r =>
                    r with
                    {
                        AcceptedOffer = "offer-1",
                        Level = "ministers",
                        Venue = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                        DateText = "on Thursday",
                    },
                """
                talks/answer/varland = {"status":"accepted","offer":"offer-1","level":"ministers","venue":"Merin",
                "date":"2031-04-09","dateText":"on Thursday"}
                """
            ),
            Row.Create<TalksAccepted>(
                r => r with { AcceptedOffer = "offer-1", Conditions = ["a ceasefire"] },
                """
                talks/answer/varland = {"status":"accepted-with-conditions","offer":"offer-1",
                "conditions":["a ceasefire"]}
                """
            ),
            Row.Create<TalksAccepted>(
                r => r.As(Modality.Conditional) with { AcceptedOffer = "offer-1" },
                """talks/answer/varland = {"status":"accepted-with-conditions","offer":"offer-1"}"""
            ),
            Row.Create<TalksAccepted>(r => r.As(Modality.Expected) with { AcceptedOffer = "offer-1" }),
            Row.Create<TalksCancelled>(
                r => r with { Initiator = Merin, Reason = "fog", OriginalTime = "Thursday" },
                """
                round/status = {"status":"cancelled","initiator":"merin","reason":"fog",
                "originalTime":"Thursday"} (final)
                """
            ),
            Row.Create<TalksCancelled>(r => r.As(Modality.Expected) with { Reason = "fog" }),
            Row.Create<TalksHeld>(
                r =>
                    r with
                    {
                        Venue = "Merin Hall",
                        Parties = [Varland, Ostrelia],
                        Heads = [InesRook],
                        Participants = [OleFenn],
                        Outcome = "a swap",
                        Form = TalksForm.Proximity,
                        Mediators = [Merin],
                        Level = "ministers",
                    },
                """
                round/status = {"status":"held","outcome":"a swap"} (final)
                """,
                """round/date = {"date":"2031-04-02"}""",
                """round/venue = {"venue":"Merin Hall"}""",
                """round/parties = {"names":["varland","ostrelia"]}""",
                """round/heads = {"names":["ines-rook"]}""",
                """round/participants = {"names":["ole-fenn"]}""",
                """round/mediators = {"names":["merin"]}""",
                """round/form = {"form":"proximity"}""",
                """round/level = {"level":"ministers"}"""
            ),
            Row.Create<TalksHeld>(
                r =>
                    r with
                    {
                        Round = Round.General,
                        Venue = "Merin Hall",
                        Parties = [Varland, Ostrelia],
                        Heads = [InesRook],
                        Participants = [OleFenn],
                        Outcome = "a swap",
                        Form = TalksForm.Indirect,
                        Mediators = [Merin],
                        Level = "ministers",
                    },
                """
                other-talks/act-1 = {"status":"held","date":"2031-04-02","venue":"Merin Hall",
                "parties":["varland","ostrelia"],"heads":["ines-rook"],"participants":["ole-fenn"],
                "mediators":["merin"],"form":"indirect","level":"ministers","outcome":"a swap"} (final)
                """
            ),
            Row.Create<TalksHeld>(
                r => r.Undated() with { Venue = null },
                """round/status = {"status":"held"} (final)"""
            ),
            Row.Create<TalksOffered>(
                r =>
                    r with
                    {
                        Form = "direct",
                        Venues = ["Merin", "the isle"],
                        Date = Edtf.Parse("2031-04-09"),
                        EarliestDate = Edtf.Parse("2031-04-08"),
                        DateText = "on Thursday",
                        Preconditions = "none",
                        Purpose = "peace",
                        IsCounterTo = "proposal-1",
                        FirstSince = Edtf.Parse("2028"),
                    },
                """
                offer/act-1 = {"status":"offered","by":"ada-brill","form":"direct","venues":["Merin","the isle"],
                "date":"2031-04-09","earliestDate":"2031-04-08","dateText":"on Thursday","preconditions":"none",
                "purpose":"peace","isCounterTo":"proposal-1"}
                """,
                """round/status = {"status":"offered","by":"ada-brill"} (yielding)"""
            ),
            Row.Create<TalksPostponed>(
                r => r with { NewTime = "Friday", Initiator = Merin, OriginalTime = "Thursday", Reason = "fog" },
                """
                round/status = {"status":"postponed","newTime":"Friday","originalTime":"Thursday",
                "initiator":"merin","reason":"fog"}
                """
            ),
            Row.Create<TalksProposed>(
                r =>
                    r with
                    {
                        Parties = [Varland, Ostrelia],
                        Venue = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                        DateText = "on Thursday",
                        Purpose = "peace",
                    },
                """
                offer/act-1 = {"status":"proposed","by":"ada-brill","parties":["varland","ostrelia"],
                "venue":"Merin","date":"2031-04-09","dateText":"on Thursday","purpose":"peace"}
                """,
                """round/status = {"status":"proposed","by":"ada-brill"} (yielding)"""
            ),
            Row.Create<TalksRejected>(
                r => r with { What = "direct talks", UntilCondition = "a ceasefire" },
                """talks/answer/varland = {"status":"rejected","what":"direct talks","untilCondition":"a ceasefire"}"""
            ),
            Row.Create<TalksScheduled>(
                r =>
                    r with
                    {
                        Date = Edtf.Parse("2031-04-09"),
                        Venue = "Merin Hall",
                        Time = "10:00",
                        Parties = [Varland, Ostrelia],
                    },
                """round/status = {"status":"scheduled"}""",
                """round/date = {"date":"2031-04-09","time":"10:00"}""",
                """round/venue = {"venue":"Merin Hall"}""",
                """round/parties = {"names":["varland","ostrelia"]}"""
            ),
            Row.Create<TalksScheduled>(
                r => r with { Open = true },
                """round/status = {"status":"scheduled","open":true}"""
            ),
            Row.Create<TalksScheduled>(
                r => r with { Date = Edtf.Parse("2031-04") },
                """round/status = {"status":"scheduled"}""",
                """round/date = {"date":"2031-04"} (yielding)"""
            ),
            Row.Create<TalksScheduled>(r => r.As(Modality.Possible) with { Date = Edtf.Parse("2031-04-09") }),
            Row.Create<TalksPostponed>(r => r.As(Modality.Possible) with { NewTime = "Friday" }),
            Row.Create<TalksUrged>(
                r =>
                    r with
                    {
                        UrgedAction = "meet",
                        WithoutCondition = "a ceasefire",
                        Venue = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                        Channel = "by letter",
                    },
                """
                urging/act-1 = {"status":"urged","by":"ada-brill","addressee":"ostrelia","action":"meet",
                "withoutCondition":"a ceasefire","venue":"Merin","date":"2031-04-09","channel":"by letter"}
                """
            ),
            Row.Create<VenueOffered>(
                r =>
                    r with
                    {
                        Venue = "Merin Hall",
                        Host = Merin,
                        Date = Edtf.Parse("2031-04-09"),
                        DateText = "on Thursday",
                    },
                """
                venue-offer/act-1 = {"status":"offered","by":"ada-brill","venue":"Merin Hall","host":"merin",
                "date":"2031-04-09","dateText":"on Thursday"}
                """,
                """round/host = {"host":"merin"}"""
            ),
            Row.Create<VenueOffered>(
                r => r with { Venue = "Merin Hall" },
                """venue-offer/act-1 = {"status":"offered","by":"ada-brill","venue":"Merin Hall"}"""
            ),
        ];
}
