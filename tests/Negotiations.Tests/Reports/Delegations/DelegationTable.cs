using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class DelegationTable
{
    public static Row[] Rows =>
        [
            Row.Create<DelegateOmitted>(
                r =>
                    r with
                    {
                        DelegationSide = Varland,
                        Names = [OleFenn],
                        Kind = OmissionKind.Removed,
                        RequestedBy = Ostrelia,
                        Reason = "protest",
                    },
                """delegation/varland/omitted = {"names":["ole-fenn"]}"""
            ),
            Row.Create<DelegationDispatched>(
                r =>
                    r with
                    {
                        DelegationSide = Varland,
                        Destination = "Merin",
                        HeadRole = "minister",
                        Level = "ministers",
                        Purpose = "talks",
                        Origin = "the capital",
                        SentBy = AdaBrill,
                    },
                """
                delegation/varland/dispatch = {"status":"dispatched","destination":"Merin","headRole":"minister",
                "level":"ministers","purpose":"talks","origin":"the capital","sentBy":"ada-brill"}
                """
            ),
            Row.Create<DelegationDispatched>(
                r => r.As(Modality.Planned) with { DelegationSide = Varland, Destination = "Merin" },
                """delegation/varland/dispatch = {"status":"planned","destination":"Merin"}"""
            ),
            Row.Create<DelegationHeadNamed>(
                r => r with { DelegationSide = Varland, Head = InesRook, Role = "minister" },
                """delegation/varland/head = {"name":"ines-rook","role":"minister"}""",
                """attendance/ines-rook = {"status":"confirmed"}"""
            ),
            Row.Create<DelegationHeadNamed>(
                r => r with { DelegationSide = Varland, Role = "minister" },
                """delegation/varland/head = {"role":"minister"} (yielding)"""
            ),
            Row.Create<DelegationNamed>(
                r =>
                    r with
                    {
                        DelegationSide = Varland,
                        Members = [OleFenn, PellArno],
                        Head = InesRook,
                        Count = 3,
                        Experts = [TomasKeel],
                        ExpertCount = 1,
                        Role = "envoys",
                        Roles = ["adviser", "spokesman"],
                        Destination = "Merin",
                        SentBy = AdaBrill,
                    },
                """delegation/varland/head = {"name":"ines-rook"}""",
                """attendance/ines-rook = {"status":"confirmed"}""",
                """delegation/varland/members = {"names":["ole-fenn","pell-arno"]}""",
                """delegation/varland/experts = {"names":["tomas-keel"]}""",
                """attendance/ole-fenn = {"status":"confirmed"}""",
                """attendance/pell-arno = {"status":"confirmed"}""",
                """attendance/tomas-keel = {"status":"confirmed"}"""
            ),
            Row.Create<DelegationNamed>(
                r => r with { DelegationSide = Varland, Count = 3, ExpertCount = 0 },
                """delegation/varland/members = {"count":3} (yielding)""",
                """delegation/varland/experts = {"count":0} (yielding)"""
            ),
        ];
}
