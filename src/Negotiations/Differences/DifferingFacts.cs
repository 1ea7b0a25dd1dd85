using NodaTime;

namespace Negotiations;

/// <summary>The facts that can differ between two logs, and what they are in each.</summary>
/// <param name="Facts">The facts, ordered by key.</param>
/// <param name="Before">The facts of the log before.</param>
/// <param name="After">The facts of the log with more.</param>
internal sealed record DifferingFacts(IReadOnlyList<DifferingFact> Facts, FactSurfaces Before, FactSurfaces After)
{
    private const string Status = "/round/status";

    /// <summary>Finds them.</summary>
    public static DifferingFacts Between(NegotiationLog before, NegotiationLog after)
    {
        var index = FactIndex.Read(before, after);
        var found = DifferingFact.FindAll(
            before,
            after,
            before.Timeline.Articles.Union(after.Timeline.Articles),
            new(index)
        );
        return new(
            [
                .. found
                    .Concat(found.SelectMany(fact => FindOvertaken(fact, index)))
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

    // The status of a round flags the attendances that were still open.
    private static IEnumerable<DifferingFact> FindOvertaken(DifferingFact fact, FactIndex index) =>
        fact.Key.EndsWith(Status, StringComparison.Ordinal)
            ? index
                .Keys.Where(key =>
                    key.StartsWith($"{fact.Key[..^Status.Length]}/attendance/", StringComparison.Ordinal)
                )
                .Select(key => fact with { Key = key })
            : [];
}
