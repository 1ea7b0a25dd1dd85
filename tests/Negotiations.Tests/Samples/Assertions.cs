namespace Negotiations.Tests;

public static class Assertions
{
    /// <summary>What a report asserts, without the keys.</summary>
    public static IEnumerable<Assertion> Asserts(this Report report) =>
        report.AssertedFacts().Select(fact => fact.Assertion);
}
