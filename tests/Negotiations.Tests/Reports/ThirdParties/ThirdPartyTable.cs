namespace Negotiations.Tests;

internal static class ThirdPartyTable
{
    public static Row[] Rows =>
        [
            Row.Create<MediationOffered>(
                r => r with { Offer = "good offices", Venue = "Merin" },
                """
                mediation/offer/act-1 = {"status":"offered","by":"ada-brill","offer":"good offices",
                "venue":"Merin"}
                """
            ),
            Row.Create<MediationRequested>(
                r => r with { Requests = "a word" },
                """
                mediation/request/act-1 = {"status":"requested","by":"ada-brill","addressee":"ostrelia",
                "requests":"a word"}
                """
            ),
            Row.Create<SupportExpressed>(
                r => r with { Object = "the talks" },
                """support/act-1 = {"status":"expressed","by":"ada-brill","object":"the talks"}"""
            ),
        ];
}
