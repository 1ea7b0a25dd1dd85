namespace Negotiations;

/// <summary>
/// Statuses that are stages of one course, as of a journey or a meeting: a later stage decides over an earlier one, and
/// who announces the one does not deny the next.
/// </summary>
public static class StatusProgression
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
    public static bool Leads(string before, string after) => Courses.Any(course => course.Leads(before, after));

    /// <summary>Whether two statuses never dispute each other.</summary>
    public static bool AreCompatible(string one, string other) =>
        Compatible.Contains((one, other)) || Compatible.Contains((other, one));
}

/// <summary>The stages of something, in their order.</summary>
/// <param name="Name">What goes through them.</param>
/// <param name="Stages">The statuses of each stage.</param>
public sealed record StatusCourse(string Name, IReadOnlyList<IReadOnlyList<string>> Stages)
{
    /// <summary>Whether one status is of an earlier stage than another.</summary>
    public bool Leads(string before, string after) => FindStage(before) is { } one && FindStage(after) > one;

    private int? FindStage(string status)
    {
        for (var stage = 0; stage < Stages.Count; stage++)
        {
            if (Stages[stage].Contains(status))
                return stage;
        }

        return null;
    }
}
