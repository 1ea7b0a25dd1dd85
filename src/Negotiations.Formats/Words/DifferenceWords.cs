using NodaTime;

namespace Negotiations.Formats;

/// <summary>The two sides of a changed fact in words.</summary>
public sealed class DifferenceWords(NameWords names, DateTimeZone zone)
{
    private readonly ChangeWords values = new(names);
    private readonly SourceWords sources = new(names, zone);

    /// <summary>
    /// A fact with what stands behind it, so that every kind of change shows; empty where there is none.
    /// </summary>
    public string Describe(Fact? fact) => fact is null ? "" : string.Join(" · ", DescribeParts(fact));

    private IEnumerable<string> DescribeParts(Fact fact)
    {
        yield return values.DescribeValue(fact, fact.Key);
        yield return sources.DescribeOrigin(fact.Resolution.Winner.Primary);
        if (DateWords.Describe(fact.Happened) is { } happened)
            yield return happened;
        yield return $"known since {DateWords.DescribeSince(fact, zone)}";
        yield return QuestionWords.Count(fact.Because.Count, "report");
        if (fact.Because.Count > 1)
            yield return QuestionWords.Count(fact.Origins, "origin");
        if (fact.Against.Count > 0)
            yield return $"{fact.Against.Count} against";
        if (fact.Corrections.Count > 1)
            yield return QuestionWords.Count(fact.Corrections.Count, "correction");
        var flags = fact.Flags.Where(flag => flag != FactFlag.Corrected || fact.Corrections.Count <= 1).ToList();
        if (flags.Count > 0)
            yield return string.Join(", ", flags.Select(Camel.Apart));
    }
}
