namespace Negotiations.Tests;

public class FactsInTheDocumentation
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "facts.md");

    [Fact]
    public void Every_fact_key_is_listed_in_the_documentation()
    {
        var asserted = FactPatterns.Lines();
        var listed = File.ReadLines(Page).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        var missing = asserted.Except(listed).ToList();
        var untrue = listed.Except(asserted).ToList();

        Assert.True(
            missing.Count == 0 && untrue.Count == 0,
            $"docs/facts.md is not true.\n\nPaste:\n{string.Join('\n', missing)}\n\nTake "
                + $"out:\n{string.Join('\n', untrue)}\n"
        );
        Assert.Equal(asserted, listed);
    }
}
