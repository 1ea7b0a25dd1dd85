namespace Negotiations.Formats;

/// <summary>The codes of an act.</summary>
/// <param name="Fit">How well they fit.</param>
/// <param name="Cameo">The code of CAMEO: text, for <c>010</c> is not 10; null where there is none.</param>
/// <param name="Plover">The code of PLOVER; null where there is none.</param>
/// <param name="Note">What the code does not say, or why there is none; null for an exact fit.</param>
public sealed record EventCode(CodeFit Fit, string? Cameo, PloverCode? Plover, string? Note)
{
    /// <summary>There is no code in either scheme.</summary>
    public static EventCode None(string why) => new(CodeFit.None, null, null, why);
}

/// <summary>A code of PLOVER.</summary>
/// <param name="Event">The event, such as <c>CONSULT</c>.</param>
/// <param name="Mode">The mode, where it has one.</param>
/// <param name="Context">The context, where it has one.</param>
public sealed record PloverCode(string Event, string? Mode = null, string? Context = null);
