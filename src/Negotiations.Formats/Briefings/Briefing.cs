namespace Negotiations.Formats;

/// <summary>An answer put into words, in the order in which a person reads it.</summary>
/// <param name="Title">What people call the negotiation.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="StandsOn">What the answer stands on.</param>
/// <param name="Nothing">What is to be said where nothing is known of what was asked for.</param>
/// <param name="Assumptions">The assumptions on which it hangs.</param>
/// <param name="Rounds">The rounds, the latest first.</param>
/// <param name="Articles">The articles behind the answer, by what was known first.</param>
public sealed record Briefing(
    string Title,
    string Asked,
    string StandsOn,
    string Nothing,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<BriefingRound> Rounds,
    IReadOnlyList<BriefingArticle> Articles
)
{
    /// <summary>Whether something in it may not have been known yet.</summary>
    public bool MayBeTooEarly => Lines.Any(line => line.MayBeTooEarly);

    /// <summary>All lines of all rounds.</summary>
    public IEnumerable<BriefingLine> Lines =>
        Rounds.SelectMany(round => round.Sections).SelectMany(section => section.Lines);
}
