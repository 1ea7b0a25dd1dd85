using NodaTime;

namespace Negotiations;

/// <summary>The facts of a question, from the revisions of facts.</summary>
public static class KeptFacts
{
    /// <summary>The facts, ordered by key.</summary>
    /// <param name="revisions">Every revision up to the bound on the record clock, in the order of positions; those of
    /// facts that are not asked for can be left out.</param>
    /// <param name="knownBy">The bound on the known clock, or null.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static IReadOnlyList<FactState> Find(
        IEnumerable<FactRevision> revisions,
        Instant? knownBy,
        HappenedBound happenedBy
    )
    {
        var (known, day) = (KnownTick.Number(knownBy), HappenedDay.Number(happenedBy));
        var facts = new Dictionary<string, FactState?>(StringComparer.Ordinal);
        foreach (var revision in revisions)
        {
            if (revision.Region.Covers(known, day))
                facts[revision.Key] = revision.Fact;
        }

        return MarkOvertaken([.. facts.Values.OfType<FactState>().OrderBy(fact => fact.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Keys of facts, with those of the facts that can overtake them.</summary>
    public static IEnumerable<string> WithStatus(IEnumerable<string> keys) =>
        keys.SelectMany(key => new[] { key, FactSurfaces.FindStatus(key) }).OfType<string>().Distinct();

    /// <summary>Flags the attendances that were still open when their round came to its end, which is not kept with
    /// them.</summary>
    /// <param name="facts">Facts, with the status of each round of which there is an attendance.</param>
    public static IReadOnlyList<FactState> MarkOvertaken(IReadOnlyList<FactState> facts) =>
        FactFold.MarkOvertaken(facts);
}
