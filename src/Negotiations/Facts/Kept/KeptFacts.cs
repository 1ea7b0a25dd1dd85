namespace Negotiations;

/// <summary>What a fact takes from others, which is not kept with it.</summary>
public static class KeptFacts
{
    /// <summary>Keys of facts, with those of the facts that can overtake them.</summary>
    public static IEnumerable<string> WithStatus(IEnumerable<string> keys) =>
        keys.SelectMany(key => new[] { key, FactFold.FindStatus(key) }).OfType<string>().Distinct();

    /// <summary>Flags the attendances that were still open when their round came to its end, which is not kept with
    /// them.</summary>
    /// <param name="facts">Facts, with the status of each round of which there is an attendance.</param>
    public static IReadOnlyList<FactState> MarkOvertaken(IReadOnlyList<FactState> facts) =>
        FactFold.MarkOvertaken(facts);
}
