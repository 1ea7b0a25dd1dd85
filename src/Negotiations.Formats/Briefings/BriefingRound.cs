namespace Negotiations.Formats;

/// <summary>A round of talks in a briefing.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Sections">What is known of it, by subject.</param>
public sealed record BriefingRound(string Title, IReadOnlyList<BriefingSection> Sections);
