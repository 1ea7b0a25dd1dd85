namespace Negotiations.Assistant.Tests;

public class RoundsOfProposals
{
    private static readonly NegotiationDefined Definition = Examples.Definition with
    {
        Rounds =
        [
            new Round("2031-03", "Second round of talks") { When = Edtf.Parse("2031-03") },
            new Round("2031-04", "Third round of talks (by video)") { When = Edtf.Parse("2031-04") },
        ],
    };

    [Theory]
    [InlineData("Norland rejected a ceasefire on Monday.", "2031-04")]
    [InlineData("Norland rejected a ceasefire in the second round of talks.", "2031-03")]
    [InlineData("Norland rejected a ceasefire on 30 March 2031.", "2031-03")]
    public void A_chosen_round_is_kept_unless_the_words_name_another(string text, string round) =>
        Assert.Equal(round, Propose(text, "2031-04"));

    [Fact]
    public void Without_a_chosen_round_the_day_decides() =>
        Assert.Equal("2031-03", Propose("Norland rejected a ceasefire on Monday.", null));

    [Fact]
    public void A_proposal_of_the_round_of_the_article_says_none_of_its_own()
    {
        var draft = new Draft { Proposals = [Find("Norland rejected a ceasefire on Monday.", "2031-04")] };

        Assert.DoesNotContain("round:", Write("2031-04").Split("events:")[1]);
        Assert.Contains("round:", Write("2031-03").Split("events:")[1]);

        string Write(string round) =>
            DraftComposer.Write(new() { ["round"] = round }, draft, new("Norland rejected a ceasefire on Monday."));
    }

    private static string Propose(string text, string? chosen) => Find(text, chosen).Round;

    // The first of April is a Tuesday: Monday lies in March.
    private static Proposal Find(string text, string? chosen) =>
        Assert.Single(
            new RulesCoder()
                .Propose(
                    new(text),
                    new()
                    {
                        Published = new(NodaTime.Instant.FromUtc(2031, 4, 1, 18, 0), PublicationBasis.Stated),
                        Round = chosen,
                    },
                    Definition
                )
                .Proposals
        );
}
