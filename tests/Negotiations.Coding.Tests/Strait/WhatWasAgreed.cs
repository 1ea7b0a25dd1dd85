namespace Negotiations.Coding.Tests;

public class WhatWasAgreed
{
    private const string Accord = "2032-05/agreement/strait-accord";
    private const string Exchange = "2032-03/exchange/prisoners-of-march";

    [Theory]
    [InlineData("kind", """{"kind":"final"}""")]
    [InlineData("form", """{"form":"written"}""")]
    [InlineData("parties", """{"names":["korvia","belsund"]}""")]
    [InlineData(
        "terms",
        """{"terms":["notice of two days before a warship passes","""
            + "\"half of the tolls for each side\",\"a commission in Lisk\"]}"
    )]
    public async Task Each_part_of_the_accord_is_a_fact_of_its_own(string part, string value) =>
        Assert.Equal(value, (await Strait.AskAsync()).Value($"{Accord}/{part}"));

    [Fact]
    public async Task The_accord_was_reached_and_then_signed_and_nothing_stands_against_that()
    {
        var answer = await Strait.AskAsync();
        var status = answer.Fact($"{Accord}/status");

        Assert.Equal(("signed", "2032-05-08"), (status.Value.Status, status.Happened.Text));
        Assert.Equal(["telegraph#agreed"], answer.Reports(status.Key, ReportRole.Superseded));
        Assert.Empty(status.Against);
    }

    [Fact]
    public async Task That_it_is_to_be_ratified_in_June_makes_it_no_ratified_one()
    {
        var answer = await Strait.AskAsync();

        Assert.Null(answer.Find($"{Accord}/ratification/korvia"));
        Assert.Equal("signed", answer.Fact($"{Accord}/status").Value.Status);
    }

    [Theory]
    [InlineData("2032-03-12", "agreed")]
    [InlineData("2032-04-02", "carriedOut")]
    public async Task The_exchange_was_agreed_and_then_carried_out(string knownBy, string status)
    {
        var fact = (await Strait.AskAsync(knownBy)).Fact(Exchange);

        Assert.Equal(status, fact.Value.Status);
        Assert.False(fact.Disputed);
    }

    [Theory]
    [InlineData("2032-03-12", """{"count":40}""")]
    [InlineData("2032-04-02", """{"count":40}""")]
    public async Task How_many_prisoners_were_agreed_and_how_many_crossed(string knownBy, string value) =>
        Assert.Equal(value, (await Strait.AskAsync(knownBy)).Value($"{Exchange}/names"));

    [Fact]
    public async Task Two_of_three_who_told_of_the_exchange_are_of_the_sides_and_the_third_is_the_mediator() =>
        Assert.Equal(
            ["yusra-tolen", "lena-poric", "tove-brandal"],
            (await Strait.AskAsync("2032-03-14")).Speakers(Exchange, ReportRole.Because)
        );

    [Fact]
    public async Task The_mediators_paper_keeps_its_terms()
    {
        var made = (await Strait.AskAsync()).Value("2032-03/proposal/lisk-paper/made")!;

        Assert.Contains("\"by\":\"yusra-tolen\"", made);
        Assert.Contains("\"bridging\":true", made);
        Assert.Contains("\"addressee\":[\"korvia\",\"belsund\"]", made);
        Assert.Contains("notice before a warship passes", made);
    }

    [Theory]
    [InlineData("2032-04/proposal/lisk-paper/answer/belsund", "accepted-with-conditions")]
    [InlineData("2032-04/proposal/lisk-paper/answer/korvia", "dismissed")]
    [InlineData("2032-05/proposal/lisk-paper/answer/korvia", "accepted")]
    public async Task Each_side_answers_it(string key, string status) =>
        Assert.Equal(status, (await Strait.AskAsync()).Fact(key).Value.Status);

    // Case 27.
    [Theory]
    [InlineData("Ambria")]
    [InlineData("Velden")]
    public async Task Two_governments_that_urge_together_are_each_found(string actor)
    {
        var found = new FactFilter(Actor: actor).Apply((await Strait.AskAsync()).Answer).Answer.Facts;

        Assert.Contains("2032-04/urging/joint-urging", found.Select(fact => fact.Key));
    }
}
