namespace Negotiations.Cli.Rendering.Briefings;

/// <summary>A section of a briefing.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record BriefingSection(string Title, IReadOnlyList<BriefingLine> Lines);
