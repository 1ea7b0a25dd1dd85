using NodaTime;

namespace Negotiations.Server.Desk;

/// <summary>The facts that something would change, in words.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Lines">The first of them.</param>
/// <param name="Left">How many are not shown.</param>
public sealed record EffectList(string Count, IReadOnlyList<EffectLine> Lines, int Left)
{
    private const int Most = 100;

    internal static EffectList Create(
        IReadOnlyList<CorrectionEffect> effects,
        NegotiationDefined talks,
        DateTimeZone zone
    ) =>
        new(
            EffectWords.DescribeCount(effects, zone, isPlanned: true),
            [.. EffectLine.List([.. effects.Take(Most)], effects, new(new(talks), zone), zone)],
            Math.Max(0, effects.Count - Most)
        );
}
