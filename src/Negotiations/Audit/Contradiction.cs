using System.Collections.Frozen;

namespace Negotiations;

/// <summary>What of that which stands against a value contradicts it, to somebody who weighs sources.</summary>
internal static class Contradiction
{
    // Stages of one course: who announced what then came about has not been contradicted.
    private static readonly FrozenSet<string> Course = FrozenSet.Create("planned", "scheduled", "travelling", "dispatched", "completed", "held");

    /// <summary>The claims against a value that contradict it.</summary>
    public static IReadOnlyList<Claim> Of(Fact fact) =>
        [.. fact.Contest.Against.Where(claim => !(Course.Contains(claim.Status) && Course.Contains(fact.Value.Status)) && !IsSamePlace(fact, claim))];

    // A house in a town is in that town.
    private static bool IsSamePlace(Fact fact, Claim claim)
    {
        if (!fact.Key.EndsWith("/venue", StringComparison.Ordinal)) return false;
        var (value, other) = (fact.Value.Status.Split('-').ToHashSet(), claim.Status.Split('-').ToHashSet());
        return value.IsSubsetOf(other) || other.IsSubsetOf(value);
    }
}
