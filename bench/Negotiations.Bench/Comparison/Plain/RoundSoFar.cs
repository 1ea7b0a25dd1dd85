namespace Negotiations.Bench;

/// <summary>What is said of a round over all articles: the last word appended.</summary>
public sealed class RoundSoFar
{
    public string Id { get; set; } = "";

    public string? Talks { get; set; }

    public string? Venue { get; set; }

    public Dictionary<string, string> Attendance { get; set; } = [];

    public Dictionary<string, string> Heads { get; set; } = [];

    public Dictionary<string, string> Ceasefire { get; set; } = [];

    /// <summary>How many values stand in it.</summary>
    public int Values =>
        Attendance.Count + Heads.Count + Ceasefire.Count + (Talks is null ? 0 : 1) + (Venue is null ? 0 : 1);
}
