namespace Negotiations.Assistant.Tests;

public class ExamplesOfTheCodebook
{
    public static TheoryData<string> Types => [.. Codebook.Default.Entries.Select(entry => entry.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_example_is_proposed_with_its_type(string type)
    {
        var entry = Codebook.Default.Find(type)!;

        Assert.NotEmpty(entry.Examples);
        Assert.Equal([], entry.Examples.Where(example => !IsProposed(type, example)).Select(Describe));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void No_counter_example_is_proposed_with_it(string type)
    {
        var entry = Codebook.Default.Find(type)!;

        Assert.NotEmpty(entry.CounterExamples);
        Assert.Equal([], entry.CounterExamples.Where(example => IsProposed(type, example)).Select(Describe));
    }

    private static bool IsProposed(string type, CodebookExample example) =>
        Examples.Propose(example.Text).Proposals.Any(proposal => proposal.Type == type);

    private static string Describe(CodebookExample example) =>
        $"codebook.yaml:{example.Line}: {example.Text} => "
        + string.Join(
            ", ",
            Examples.Propose(example.Text).Proposals.Select(proposal => $"{proposal.Type} ({proposal.By})")
        );
}
