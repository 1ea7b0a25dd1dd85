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
        AssertNone(entry.Examples.Where(example => !IsProposed(type, example)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void No_counter_example_is_proposed_with_it(string type)
    {
        var entry = Codebook.Default.Find(type)!;

        Assert.NotEmpty(entry.CounterExamples);
        AssertNone(entry.CounterExamples.Where(example => IsProposed(type, example)));
    }

    // A text that names nobody of the negotiation is not about it, and a sentence alone may name nobody.
    private const string Context = "Norland and Suderland are neighbours.\n\n";

    private static void AssertNone(IEnumerable<CodebookExample> wrong)
    {
        var described = wrong.Select(Describe).ToList();
        Assert.True(described.Count == 0, string.Join('\n', described));
    }

    private static bool IsProposed(string type, CodebookExample example) =>
        Examples.Propose(Context + example.Text).Proposals.Any(proposal => proposal.Type == type);

    private static string Describe(CodebookExample example) =>
        $"codebook.yaml:{example.Line}: {example.Text} => "
        + string.Join(
            ", ",
            Examples.Propose(Context + example.Text).Proposals.Select(proposal => $"{proposal.Type} ({proposal.By})")
        );
}
