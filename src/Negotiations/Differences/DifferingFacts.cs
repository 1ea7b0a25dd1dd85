using NodaTime;

namespace Negotiations;

/// <summary>The facts that can differ between two logs, and what they are in each.</summary>
/// <param name="Facts">The facts, ordered by key.</param>
/// <param name="Before">The facts of the log before.</param>
/// <param name="After">The facts of the log with more.</param>
internal sealed record DifferingFacts(IReadOnlyList<DifferingFact> Facts, FactSurfaces Before, FactSurfaces After)
{
    /// <summary>Finds them.</summary>
    public static DifferingFacts Between(NegotiationLog before, NegotiationLog after)
    {
        var index = FactIndex.Read(before, after);
        var articles = before.Timeline.Articles.Union(after.Timeline.Articles);
        var acts = DifferingFact.FindActs(before, after, articles, index);
        var found = DifferingFact.FindAll(before, after, acts, new(index));
        // The status of a round flags the attendances that were still open.
        var overtaken = index.Keys.ToLookup(FactFold.FindStatus);
        return new(
            [
                .. found
                    .Concat(found.SelectMany(fact => overtaken[fact.Key].Select(key => fact with { Key = key })))
                    .GroupBy(fact => fact.Key, StringComparer.Ordinal)
                    .Select(same => new DifferingFact(
                        same.Key,
                        same.Min(fact => fact.From),
                        same.Min(fact => fact.FirstDay)
                    ))
                    .OrderBy(fact => fact.Key, StringComparer.Ordinal),
            ],
            new(before, index),
            new(after, index)
        );
    }

    /// <summary>The times known, in order, at which a fact can differ or become another.</summary>
    public IEnumerable<Instant> ListTimes(DifferingFact fact) =>
        Before
            .ListTimes(fact.Key)
            .Concat(After.ListTimes(fact.Key))
            .Where(time => time >= fact.From)
            .Distinct()
            .Order();
}
