using System.Runtime.CompilerServices;

namespace Negotiations;

/// <summary>What the reports of an act claim and deny; found once, for every answer at every time asks for
/// it.</summary>
/// <param name="Comparison">Tells what can both be true.</param>
/// <param name="Claims">What they claim, by key of the fact.</param>
/// <param name="Denials">What they deny, by key of the fact.</param>
internal sealed record ClaimsOfAct(
    ValueComparison Comparison,
    ILookup<string, Claim> Claims,
    ILookup<string, Claim> Denials
)
{
    private static readonly ConditionalWeakTable<Act, ClaimsOfAct> Known = [];

    /// <summary>Those of an act.</summary>
    public static ClaimsOfAct Find(Act act, ValueComparison comparison)
    {
        if (Known.TryGetValue(act, out var known) && ReferenceEquals(known.Comparison, comparison))
            return known;
        var claims = Claim.GroupByFact(act, comparison);
        var found = new ClaimsOfAct(comparison, claims, Claim.GroupDenials(act, claims));
        Known.AddOrUpdate(act, found);
        return found;
    }
}
