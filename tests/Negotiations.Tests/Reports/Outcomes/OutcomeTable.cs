using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

internal static class OutcomeTable
{
    public static Row[] Rows =>
        [
            Row.Create<AgreementReached>(
                r =>
                    r with
                    {
                        Agreement = "Lake Accord",
                        Kind = AgreementKind.Framework,
                        Parties = [Varland, Ostrelia],
                        Terms = ["one shore each", "a joint toll"],
                        Form = Medium.Oral,
                        Duration = "ten years",
                    },
                """agreement/lake-accord/status = {"status":"reached","agreement":"Lake Accord","by":"ada-brill"}""",
                """agreement/lake-accord/kind = {"kind":"framework"}""",
                """agreement/lake-accord/form = {"form":"oral"}""",
                """agreement/lake-accord/duration = {"duration":"ten years"}""",
                """agreement/lake-accord/parties = {"names":["varland","ostrelia"]}""",
                """agreement/lake-accord/terms = {"terms":["one shore each","a joint toll"]}"""
            ),
            Row.Create<AgreementReached>(
                r => r with { Actor = null, Side = null },
                """agreement/act-1/status = {"status":"reached"}"""
            ),
            .. Unsettled<AgreementReached>(),
            Row.Create<AgreementSigned>(
                r => r with { Agreement = "lake accord", By = [Varland, Ostrelia], At = "Merin Hall" },
                """
                agreement/lake-accord/status = {"status":"signed","agreement":"lake accord",
                "by":["varland","ostrelia"],"at":"Merin Hall"}
                """
            ),
            .. Unsettled<AgreementSigned>(),
            Row.Create<AgreementRatified>(
                r => r with { Agreement = "Lake Accord", By = [Varland] },
                """agreement/lake-accord/status = {"status":"ratified","agreement":"Lake Accord","by":"varland"}""",
                """agreement/lake-accord/ratification/varland = {"status":"ratified"}"""
            ),
            Row.Create<AgreementRatified>(
                r => r with { Agreement = "Lake Accord" },
                """agreement/lake-accord/status = {"status":"ratified","agreement":"Lake Accord","by":"ada-brill"}""",
                """agreement/lake-accord/ratification/varland = {"status":"ratified"}"""
            ),
            .. Unsettled<AgreementRatified>(),
            Row.Create<AgreementInForce>(
                r => r with { Agreement = "Lake Accord", Actor = null, Side = null },
                """agreement/lake-accord/status = {"status":"inForce","agreement":"Lake Accord"}"""
            ),
            .. Unsettled<AgreementInForce>(),
            Row.Create<AgreementBreached>(
                r => r with { Agreement = "Lake Accord", By = [Ostrelia], Breach = "boats at night" },
                """
                agreement/lake-accord/breach/varland = {"status":"alleged","by":"ostrelia","breach":"boats at night"}
                """
            ),
            Row.Create<AgreementBreached>(
                r => r with { Agreement = "Lake Accord", Kind = BreachKind.Found, Side = Merin },
                """agreement/lake-accord/breach/merin = {"status":"found","by":"ostrelia"}"""
            ),
            .. Unsettled<AgreementBreached>(),
            Row.Create<AgreementLeft>(
                r => r with { Agreement = "Lake Accord", Kind = DepartureKind.Suspended },
                """agreement/lake-accord/departure/varland = {"status":"suspended","agreement":"Lake Accord"}"""
            ),
            Row.Create<AgreementLeft>(r => r, """agreement/act-1/departure/varland = {"status":"left"}"""),
            .. Unsettled<AgreementLeft>(),
            Row.Create<ExchangeAgreed>(
                r =>
                    r with
                    {
                        Exchange = "the May swap",
                        What = "prisoners",
                        From = [Varland],
                        To = [Ostrelia],
                        Count = 12,
                    },
                """
                exchange/the-may-swap = {"status":"agreed","exchange":"the May swap","what":"prisoners",
                "from":["varland"],"to":["ostrelia"]}
                """,
                """exchange/the-may-swap/names = {"count":12} (yielding)"""
            ),
            .. Unsettled<ExchangeAgreed>(),
            Row.Create<ExchangeCarriedOut>(
                r => r with { Exchange = "The May swap", Names = [OleFenn], Count = 1 },
                """exchange/the-may-swap = {"status":"carriedOut","exchange":"The May swap"}""",
                """exchange/the-may-swap/names = {"names":["ole-fenn"]}"""
            ),
            .. Unsettled<ExchangeCarriedOut>(),
        ];

    // What is not said to have come about is no outcome.
    private static IEnumerable<Row> Unsettled<T>()
        where T : Report =>
        new[]
        {
            Modality.Planned,
            Modality.Possible,
            Modality.Conditional,
            Modality.Expected,
            Modality.Demanded,
        }.Select(modality => Row.Create<T>(r => r.As(modality)));
}
