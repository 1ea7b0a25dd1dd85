namespace Negotiations;

/// <summary>What corrections change, at whatever bounds.</summary>
/// <param name="Effects">The facts that change, over stretches of the known clock.</param>
/// <param name="HappenedEffects">The other facts that change for questions with a bound on the happened clock.</param>
public sealed record CorrectionEffects(
    IReadOnlyList<CorrectionEffect> Effects,
    IReadOnlyList<HappenedEffect> HappenedEffects
)
{
    /// <summary>What differs between two logs of one negotiation, one the continuation of the other.</summary>
    public static CorrectionEffects Between(NegotiationLog before, NegotiationLog after)
    {
        var differing = DifferingFacts.Between(before, after);
        var effects = CorrectionEffect.Find(differing);
        return new(effects, HappenedEffect.Find(differing, effects.Select(effect => effect.Key)));
    }
}
