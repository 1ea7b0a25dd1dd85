namespace Negotiations.Formats;

/// <summary>How well a value is founded, in a word or a few.</summary>
public static class StandingWords
{
    /// <summary>
    /// What a reader should know of a value before relying on it: first how many stand behind it or what is wrong with
    /// that, then what became of it since.
    /// </summary>
    public static IEnumerable<StandingMark> Describe(FactState fact)
    {
        yield return DescribeSupport(fact);
        foreach (var flag in fact.Flags)
        {
            if (FactLine.DescribeFlag(flag) is { } words && flag != FactFlag.DatedByCoverage)
                yield return new(flag == FactFlag.Corrected ? MarkKind.Corrected : MarkKind.Past, words);
        }

        if (fact.Flags.Contains(FactFlag.DateDisputed))
            yield return new(MarkKind.Doubtful, "date disputed");
        if (fact.Flags.Contains(FactFlag.Erased))
            yield return new(MarkKind.Corrected, "a correction was erased");
        if (fact.Assumes.Count > 0)
            yield return new(MarkKind.Assumed, "hangs on an assumed time");
    }

    /// <summary>What must be said with a value even in the fewest words: that others contradict it, or that nobody says
    /// so on the record; null where neither is so.</summary>
    public static StandingMark? FindDoubt(FactState fact) =>
        Describe(fact).FirstOrDefault(mark => mark.Kind is MarkKind.Disputed or MarkKind.Doubtful);

    private static StandingMark DescribeSupport(FactState fact) =>
        fact switch
        {
            { Disputed: true } => new(MarkKind.Disputed, "disputed"),
            { Standing: Standing.OwnUnnamed or Standing.Other } => new(
                MarkKind.Doubtful,
                fact.Origins > 1 ? $"unverified, {fact.Origins} sources" : "unverified"
            ),
            { Origins: > 1 } => new(MarkKind.Sound, $"corroborated, {fact.Origins} sources"),
            _ => new(MarkKind.Single, "single source"),
        };
}

/// <summary>A word beside a value.</summary>
/// <param name="Kind">What it tells of.</param>
/// <param name="Words">The words.</param>
public sealed record StandingMark(MarkKind Kind, string Words);

/// <summary>What a word beside a value tells of.</summary>
public enum MarkKind
{
    /// <summary>Independent sources agree.</summary>
    Sound,

    /// <summary>One source says so, on the record or as its own account.</summary>
    Single,

    /// <summary>Nobody says so on the record.</summary>
    Doubtful,

    /// <summary>Another source contradicts it.</summary>
    Disputed,

    /// <summary>A correction bears on it.</summary>
    Corrected,

    /// <summary>It is no longer in force, or its source no longer carries it.</summary>
    Past,

    /// <summary>It was known at a time that a coder assumed.</summary>
    Assumed,
}
