namespace Negotiations.Tests.Laws;

/// <summary>The negotiation's own file.</summary>
internal static class Definitions
{
    public static NegotiationDefined InZone(string zone) => new()
    {
        Negotiation = History.Negotiation,
        Title = "River talks",
        Zone = zone,
        Rounds = [.. Cast.Rounds.Select(round => new Round(round))],
        Entities = [],
    };
}
