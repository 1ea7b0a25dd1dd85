namespace Negotiations.Formats;

/// <summary>Parts of the identifiers of those who act, speak and code.</summary>
public static class Agent
{
    /// <summary>The coder of an article: apart from the people of the negotiation, among whom he may be too.</summary>
    public static string CoderSegment(string coder) => $"coder.{Identifiers.Segment(coder)}";
}
