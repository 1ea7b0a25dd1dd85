using NodaTime;

namespace Negotiations.Formats;

/// <summary>A fact that something changes, as it was and as it is, in words.</summary>
/// <param name="Key">The key of the fact.</param>
/// <param name="Stretch">Over which stretch of the known clock.</param>
/// <param name="IsOfValue">Whether its value changes, and not only what stands behind it.</param>
/// <param name="Before">What it was; null where there was nothing, or where it is the same in words.</param>
/// <param name="After">What it is.</param>
public sealed record EffectLine(string Key, string Stretch, bool IsOfValue, string? Before, string After)
{
    /// <summary>Whether it was the same in words: what differs can be too small for them, such as which of two
    /// corrections it was.</summary>
    public bool IsSame { get; private init; }

    /// <summary>Effects in words.</summary>
    /// <param name="shown">Those that are wanted.</param>
    /// <param name="all">All that belong together: what becomes known only later is not gone.</param>
    /// <param name="words">Says what a fact is.</param>
    /// <param name="zone">The zone of the talks.</param>
    public static IEnumerable<EffectLine> List(
        IReadOnlyList<CorrectionEffect> shown,
        IReadOnlyList<CorrectionEffect> all,
        DifferenceWords words,
        DateTimeZone zone
    ) =>
        shown.Select(effect =>
        {
            var before = words.Describe(effect.Before);
            var after = effect.After is null ? DescribeNothing(effect, all) : words.Describe(effect.After);
            return new EffectLine(
                effect.Key,
                EffectWords.DescribeStretch(effect, zone),
                effect.IsOfValue,
                effect.Before is null || before == after ? null : before,
                after
            )
            {
                IsSame = before == after,
            };
        });

    private static string DescribeNothing(CorrectionEffect effect, IEnumerable<CorrectionEffect> all) =>
        all.Any(other => other.Key == effect.Key && other.From == effect.Until && other.After is not null)
            ? ChangeWords.NotYet
            : ChangeWords.Gone;
}
