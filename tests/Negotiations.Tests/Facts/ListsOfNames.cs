using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class ListsOfNames
{
    private const string Members = "delegation/varland/members";

    [Fact]
    public void A_count_never_replaces_names()
    {
        var fact = Sample
            .History(Named("names", "2031-04-02", [OleFenn, PellArno]), Named("count", "2031-04-03", count: 5))
            .Fact(Members);

        Assert.Equal("""{"names":["ole-fenn","pell-arno"]}""", fact.Value);
        Assert.Equal(["names"], fact.Because);
        Assert.Empty(fact.Against);
        Assert.Equal(["count"], fact.Superseded);
    }

    [Fact]
    public void A_count_stands_until_names_are_given()
    {
        var history = Sample.History(Named("count", "2031-04-02", count: 5), Named("names", "2031-04-03", [OleFenn]));

        Assert.Equal("""{"count":5}""", history.Fact(Members, knownBy: "2031-04-02").Value);
        Assert.Equal("""{"names":["ole-fenn"]}""", history.Fact(Members).Value);
    }

    [Fact]
    public void A_list_replaces_the_earlier_list_of_its_side_and_of_no_other()
    {
        var history = Sample.History(
            Named("first", "2031-04-02", [OleFenn, PellArno]),
            Named("ostrelian", "2031-04-03", [TomasKeel], side: Ostrelia),
            Named("second", "2031-04-04", [InesRook])
        );

        Assert.Equal("""{"names":["ines-rook"]}""", history.Fact(Members).Value);
        Assert.Equal(["first"], history.Fact(Members).Superseded);
        Assert.Equal("""{"names":["tomas-keel"]}""", history.Fact("delegation/ostrelia/members").Value);
    }

    [Fact]
    public void A_list_without_names_after_a_list_with_names_changes_nothing()
    {
        var history = Sample.History(Named("names", "2031-04-02", [OleFenn]), Named("nobody", "2031-04-03", []));

        Assert.Equal("""{"names":["ole-fenn"]}""", history.Fact(Members).Value);
        Assert.Empty(history.Fact(Members).Superseded);
    }

    [Fact]
    public void The_same_names_in_another_order_are_the_same_list()
    {
        var fact = Sample
            .History(
                Named("first", "2031-04-02", [OleFenn, PellArno]),
                Named("second", "2031-04-03", [PellArno, OleFenn])
            )
            .Fact(Members);

        Assert.Equal(["first", "second"], fact.Because);
        Assert.Equal("2031-04-02T23:59:59.999999+03:00", fact.Since);
    }

    [Fact]
    public void A_number_never_replaces_names_even_those_that_somebody_else_gave()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02", "a")
                .Says<DelegationNamed>("names", r =>
                    r.ByOutsider(TomasKeel) with
                    {
                        DelegationSide = Varland,
                        Members = [OleFenn],
                    }
                ),
            Named("number", "2031-04-03", count: 4)
        );

        Assert.Equal("""{"names":["ole-fenn"]}""", history.Fact(Members).Value);
        Assert.Empty(history.Fact(Members).Against);
    }

    [Fact]
    public void An_office_never_replaces_the_name_of_a_head()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02", "a")
                .Says<DelegationHeadNamed>("name", r =>
                    r.By(AdaBrill) with
                    {
                        DelegationSide = Varland,
                        Head = InesRook,
                        Role = "minister",
                    }
                ),
            Sample
                .Article("morning-herald", "2031-04-03", "b")
                .Says<DelegationHeadNamed>("office", r =>
                    r.By(AdaBrill) with
                    {
                        DelegationSide = Varland,
                        Role = "deputy minister",
                    }
                )
        );

        Assert.Equal("""{"name":"ines-rook","role":"minister"}""", history.Fact("delegation/varland/head").Value);
        Assert.Empty(history.Fact("delegation/varland/head").Against);
    }

    [Fact]
    public void A_delegation_named_on_its_own_record_confirms_those_whom_it_names()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02", "a")
                .Says<AttendanceUnconfirmed>("unsure", r => r.By(AdaBrill) with { Person = OleFenn }),
            Named("names", "2031-04-03", [OleFenn])
        );

        Assert.Equal(
            ("confirmed", Standing.Own),
            (history.Fact("attendance/ole-fenn").Status, history.Fact("attendance/ole-fenn").Standing)
        );
        Assert.Equal(["names"], history.Fact("attendance/ole-fenn").Because);
    }

    private static SampleArticle Named(
        string id,
        string published,
        Name[]? members = null,
        int? count = null,
        Name? side = null
    ) =>
        Sample
            .Article("morning-herald", published, id)
            .Says<DelegationNamed>(id, r =>
                r.By(AdaBrill) with
                {
                    DelegationSide = side ?? Varland,
                    Members = members,
                    Count = count,
                }
            );
}
