using System.Collections.Frozen;

namespace Negotiations;

/// <summary>
/// Statuses that are stages of one course, as of a journey or a meeting: who announces the one does not deny the next.
/// </summary>
internal static class StatusProgression
{
    private static readonly FrozenDictionary<string, int> Stages = new Dictionary<string, int>
    {
        ["planned"] = 0,
        ["scheduled"] = 0,
        ["enRoute"] = 1,
        ["travelling"] = 1,
        ["dispatched"] = 1,
        ["inRegion"] = 2,
        ["completed"] = 3,
        ["held"] = 3,
        // Talks that were held may stop and go on.
        ["suspended"] = 4,
        ["resumed"] = 5,
        ["brokenOff"] = 6,
        // Attendance.
        ["confirmed"] = 0,
        ["attended"] = 3,
        // An agreement.
        ["reached"] = 0,
        ["signed"] = 1,
        ["ratified"] = 2,
        ["inForce"] = 3,
        // An exchange.
        ["agreed"] = 0,
        ["carriedOut"] = 1,
        // Sanctions, and deadlines, of which "lifted" is a stage too.
        ["threatened"] = 0,
        ["imposed"] = 1,
        ["set"] = 0,
        ["extended"] = 1,
        ["lifted"] = 2,
        ["passed"] = 2,
    }.ToFrozenDictionary();

    /// <summary>Whether one status is an earlier stage of the same course than another.</summary>
    public static bool Leads(string before, string after) =>
        Stages.TryGetValue(before, out var earlier) && Stages.TryGetValue(after, out var later) && earlier < later;
}
