namespace Negotiations.Assistant.Tests;

public class ConditionsOfProposals
{
    [Theory]
    [InlineData("Ms Brill said she would attend the talks only if Ms Vell came.", "Ms Vell came")]
    [InlineData(
        "Norland would come to Port Halden if the guns fell silent first, Mr Ost said.",
        "the guns fell silent first"
    )]
    [InlineData("Ms Brill said she would attend the talks unless Ms Vell came.", "unless Ms Vell came")]
    [InlineData("Ms Brill said she would attend the talks provided that Ms Vell came.", "Ms Vell came")]
    [InlineData(
        "Ms Brill would travel to Port Halden if the guns on both of the banks of the river fell silent before dawn.",
        null
    )]
    public void The_words_after_if_are_the_condition_unless_they_are_a_whole_sentence(string text, string? condition)
    {
        var proposal = Assert.Single(Examples.Propose(text).Proposals, proposal =>
            proposal.Type == "AttendanceConditional"
        );

        Assert.Equal(condition, (string?)proposal.Details["condition"]);
    }
}
