using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>Corrections that give one field and leave another that belongs to it as it was.</summary>
public class FieldsGivenTogether
{
    private const string Herald = "morning-herald";

    private static readonly Guid Declines = SampleCorrections.Report(Herald, "declines");
    private static readonly Guid Named = SampleCorrections.Report(Herald, "named");

    [Fact]
    public void Another_actor_is_refused_where_the_chain_would_still_name_the_old_one()
    {
        var refusal = Plan(Declines, """{"actor":{"written":"Ines Rook","id":"ines-rook"}}""")!;

        Assert.Equal("actor", refusal.Field);
        Assert.Contains("the chain would still begin with 'Ada Brill'", refusal.Message);
        var (field, example) = refusal.Together.Single();
        Assert.Equal("chain", field);
        Assert.StartsWith("""[{"name":"Ines Rook",""", example);
    }

    [Theory]
    [InlineData("""[{"name":{"written":"Ines Rook","id":"ines-rook"},"kind":"person","implied":"she says it"}]""")]
    [InlineData("""[{"name":{"written":"Ada Brill","id":"ada-brill"},"kind":"person"}]""")]
    public void With_its_chain_it_is_taken_also_where_the_old_one_does_speak(string chain) =>
        Assert.Null(
            Plan(
                Declines,
                $$"""{"actor":{"written":"Ines Rook","id":"ines-rook"},"standing":"other","chain":{{chain}}}"""
            )
        );

    [Fact]
    public void Where_somebody_else_spoke_before_only_the_actor_changes() =>
        Assert.Null(
            Plan(SampleCorrections.Report(Herald, "told"), """{"actor":{"written":"Ines Rook","id":"ines-rook"}}""")
        );

    [Fact]
    public void What_somebody_else_says_does_not_become_the_actors_own_word_by_its_standing()
    {
        var refusal = Plan(SampleCorrections.Report(Herald, "told"), """{"standing":"own"}""")!;

        Assert.Equal("standing", refusal.Field);
        Assert.Contains("the chain would still begin with 'Tomas Keel'", refusal.Message);
    }

    [Theory]
    [InlineData("""{"members":[{"written":"Ole Fenn","id":"ole-fenn"}]}""", "1 member and 2 roles")]
    [InlineData("""{"members":null}""", "0 members and 2 roles")]
    [InlineData("""{"roles":["adviser"]}""", "2 members and 1 role")]
    public void Members_and_roles_do_not_lose_each_other(string changes, string problem)
    {
        var refusal = Plan(Named, changes)!;

        Assert.Equal("members", refusal.Field);
        Assert.Contains(problem, refusal.Message);
        Assert.Equal(["members", "roles"], refusal.Together.Select(given => given.Field));
    }

    [Fact]
    public void A_member_who_stays_keeps_his_role_in_what_is_proposed() =>
        Assert.Equal(
            [("members", """["Ole Fenn"]"""), ("roles", """["adviser"]""")],
            Plan(Named, """{"members":[{"written":"Ole Fenn","id":"ole-fenn"}]}""")!.Together
        );

    [Theory]
    [InlineData("""{"members":[{"written":"Ole Fenn","id":"ole-fenn"}],"roles":["adviser"]}""")]
    [InlineData("""{"members":[{"written":"Ole Fenn","id":"ole-fenn"}],"roles":null}""")]
    public void Both_together_are_taken(string changes) => Assert.Null(Plan(Named, changes));

    private static CorrectionRefusal? Plan(Guid report, string changes) =>
        CorrectionPlan
            .Create(
                Sample
                    .History(
                        Sample
                            .Article(Herald, "2031-04-02")
                            .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
                            .Says<AttendanceDeclined>("told", r =>
                                r.ByOutsider(TomasKeel) with
                                {
                                    Actor = AdaBrill,
                                    Person = AdaBrill,
                                }
                            )
                            .Says<DelegationNamed>("named", r =>
                                r.By(AdaBrill) with
                                {
                                    DelegationSide = Varland,
                                    Members = [InesRook, OleFenn],
                                    Roles = ["minister", "adviser"],
                                }
                            )
                    )
                    .Log,
                SampleCorrections.Coder(Herald, report, "correction").Changing(changes)
            )
            .Refusal;
}
