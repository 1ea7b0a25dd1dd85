namespace Negotiations.Formats;

/// <summary>A section of a briefing.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">Its lines.</param>
public sealed record BriefingSection(string Title, IReadOnlyList<BriefingLine> Lines);
