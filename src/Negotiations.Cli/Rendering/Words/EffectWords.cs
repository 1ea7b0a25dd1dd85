using NodaTime;

namespace Negotiations.Cli.Rendering.Words;

/// <summary>The effect of a correction in words.</summary>
internal static class EffectWords
{
    /// <summary>The stretch of the known clock over which a fact is otherwise.</summary>
    public static string StretchOf(CorrectionEffect effect, DateTimeZone zone) =>
        $"from {DateWords.Of(effect.From, zone)}{(effect.Until is { } until ? $" until {DateWords.Of(until, zone)}" : " on")}";
}
