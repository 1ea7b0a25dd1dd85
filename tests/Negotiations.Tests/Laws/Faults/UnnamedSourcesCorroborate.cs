namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: each unnamed source counts as an origin of its own.</summary>
internal sealed class UnnamedSourcesCorroborate : PlainRules
{
    public override int Count(IEnumerable<string> origins) => origins.Distinct().Count();
}
