using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class AttendanceTable
{
    public static Row[] Rows =>
        [
            Row.Create<AttendanceAttended>(
                r => r with { Person = AdaBrill, Event = "talks", Role = "head" },
                """attendance/ada-brill = {"status":"attended","event":"talks","role":"head"}"""
            ),
            Row.Create<AttendanceAttended>(
                r => r with { Person = Merin, Event = "talks" },
                """attendance/merin = {"status":"attended","event":"talks"}"""
            ),
            Row.Create<AttendanceAttended>(r => r.As(Modality.Planned) with { Person = AdaBrill }),
            Row.Create<AttendanceConditional>(
                r =>
                    r with
                    {
                        Person = AdaBrill,
                        Event = "talks",
                        Condition = "a ceasefire",
                        Destination = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                    },
                """
                attendance/ada-brill = {"status":"conditional","event":"talks","condition":"a ceasefire",
                "destination":"Merin","date":"2031-04-09"}
                """
            ),
            Row.Create<AttendanceConfirmed>(
                r =>
                    r with
                    {
                        Person = AdaBrill,
                        Event = "talks",
                        ConfirmedBy = VarlandChancellery,
                        Destination = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                        Role = "head",
                    },
                """
                attendance/ada-brill = {"status":"confirmed","event":"talks","confirmedBy":"varland-chancellery",
                "destination":"Merin","date":"2031-04-09","role":"head"}
                """
            ),
            Row.Create<AttendanceDeclined>(
                r =>
                    r with
                    {
                        Person = AdaBrill,
                        Event = "talks",
                        Kind = AbsenceKind.NoShow,
                        Destination = "Merin",
                        Horizon = "this week",
                    },
                """
                attendance/ada-brill = {"status":"declined","event":"talks","kind":"noShow","destination":"Merin",
                "horizon":"this week"}
                """
            ),
            Row.Create<AttendancePossible>(
                r =>
                    r with
                    {
                        Person = AdaBrill,
                        Event = "talks",
                        Condition = "if it helps",
                        Destination = "Merin",
                        Date = Edtf.Parse("2031-04"),
                        DateText = "in April",
                    },
                """
                attendance/ada-brill = {"status":"possible","event":"talks","condition":"if it helps",
                "destination":"Merin","date":"2031-04","dateText":"in April"}
                """
            ),
            Row.Create<AttendanceReported>(
                r =>
                    r with
                    {
                        Person = AdaBrill,
                        Event = "talks",
                        Sources = "two officials",
                        Destination = "Merin",
                        Date = Edtf.Parse("2031-04-09"),
                        Role = "head",
                    },
                """
                attendance/ada-brill = {"status":"reported","event":"talks","sources":"two officials",
                "destination":"Merin","date":"2031-04-09","role":"head"}
                """
            ),
            Row.Create<AttendanceUnconfirmed>(
                r => r with { Person = AdaBrill, Event = "talks", Response = "no comment", ExpectedBy = "tonight" },
                """
                attendance/ada-brill = {"status":"unconfirmed","event":"talks","response":"no comment",
                "expectedBy":"tonight"}
                """
            ),
            Row.Create<TravelReported>(
                r =>
                    r with
                    {
                        Traveller = AdaBrill,
                        Destination = "Merin",
                        Status = TravelStatus.EnRoute,
                        Date = Edtf.Parse("2031-04-02"),
                        Origin = "Varland",
                        Purpose = "talks",
                    },
                """
                travel/ada-brill = {"status":"enRoute","destination":"Merin","date":"2031-04-02",
                "origin":"Varland","purpose":"talks"}
                """
            ),
            Row.Create<TravelReported>(
                r => r with { Traveller = AdaBrill, Destination = "Merin" },
                """travel/ada-brill = {"status":"reported","destination":"Merin"}"""
            ),
        ];
}
