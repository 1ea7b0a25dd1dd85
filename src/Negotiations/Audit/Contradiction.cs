namespace Negotiations;

/// <summary>What of that which stands against a value contradicts it, to somebody who weighs sources.</summary>
internal static class Contradiction
{
    /// <summary>The claims against a value that contradict it; who says that a plan came about does not.</summary>
    public static IReadOnlyList<Claim> Of(Fact fact) =>
        [.. fact.Contest.Against.Where(claim => !Course.Leads(fact.Value.Status, claim.Status) && !IsSamePlace(fact, claim))];

    // A house in a town is in that town.
    private static bool IsSamePlace(Fact fact, Claim claim)
    {
        if (!fact.Key.EndsWith("/venue", StringComparison.Ordinal)) return false;
        var (value, other) = (fact.Value.Status.Split('-').ToHashSet(), claim.Status.Split('-').ToHashSet());
        return value.IsSubsetOf(other) || other.IsSubsetOf(value);
    }
}
