using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class MeetingTable
{
    public static Row[] Rows =>
        [
            Row.Create<InvitationIssued>(
                r =>
                    r with
                    {
                        Invitee = TomasKeel,
                        Event = "a dinner",
                        Style = InvitationStyle.Challenge,
                        Form = "alone",
                        Venue = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                        DateText = "on Thursday",
                    },
                """
                invitation/tomas-keel/act-1 = {"status":"issued","by":"ada-brill","event":"a dinner",
                "style":"challenge","form":"alone","venue":"Merin","date":"2031-04-09","dateText":"on Thursday"}
                """
            ),
            Row.Create<MeetingDeclined>(
                r =>
                    r with
                    {
                        Parties = [TomasKeel, AdaBrill],
                        Meeting = "a dinner",
                        Horizon = "for now",
                        Proposer = TomasKeel,
                    },
                """
                meeting/ada-brill/tomas-keel = {"status":"declined","by":"ada-brill","meeting":"a dinner",
                "horizon":"for now","proposer":"tomas-keel"}
                """
            ),
            Row.Create<MeetingHeld>(
                r =>
                    r with
                    {
                        Participants = [TomasKeel, AdaBrill, TomasKeel],
                        Venue = "Merin",
                        Channel = MeetingChannel.InPerson,
                        Purpose = "the lake",
                        Times = 2,
                    },
                """
                meeting/ada-brill/tomas-keel = {"status":"held","venue":"Merin","channel":"inPerson",
                "purpose":"the lake","times":2}
                """
            ),
            Row.Create<MeetingScheduled>(
                r =>
                    r with
                    {
                        Participants = [AdaBrill, TomasKeel],
                        Venue = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                        Order = "before the talks",
                        Purpose = "the lake",
                    },
                """
                meeting/ada-brill/tomas-keel = {"status":"scheduled","venue":"Merin","date":"2031-04-09",
                "order":"before the talks","purpose":"the lake"}
                """
            ),
            Row.Create<MeetingScheduled>(
                r => r with { Venue = "Merin" },
                """meeting/act-1 = {"status":"scheduled","venue":"Merin"}"""
            ),
        ];
}
