namespace Negotiations.Formats;

/// <summary>A code of PLOVER.</summary>
/// <param name="Event">The event, such as <c>CONSULT</c>.</param>
/// <param name="Mode">The mode, where it has one.</param>
/// <param name="Context">The context, where it has one.</param>
public sealed record PloverCode(string Event, string? Mode = null, string? Context = null);
