using System.Collections.Frozen;

namespace Negotiations;

/// <summary>
/// Statuses that are stages of one course, as of a journey or a meeting: a later stage decides over an earlier one, and
/// who announces the one does not deny the next.
/// </summary>
public static class StatusProgression
{
    /// <summary>The courses. Statuses that stand together are one stage.</summary>
    public static IReadOnlyList<StatusCourse> Courses { get; } =
    [
        new(
            "travel",
            [
                ["planned"],
                ["enRoute", "travelling"],
                ["inRegion"],
                ["completed"],
            ]
        ),
        new(
            "dispatch of a delegation",
            [
                ["planned", "expected", "possible", "conditional", "demanded", "reported"],
                ["dispatched"],
            ]
        ),
        new(
            "attendance",
            [
                ["confirmed", "reported", "conditional", "possible", "unconfirmed"],
                ["attended"],
            ]
        ),
        new(
            "meeting",
            [
                ["scheduled"],
                ["held"],
            ]
        ),
        new(
            "round of talks",
            [
                ["proposed", "offered"],
                ["scheduled"],
                ["held"],
                ["suspended"],
                ["resumed"],
            ]
        ),
        new(
            "talks broken off",
            [
                ["held"],
                ["suspended"],
                ["brokenOff"],
            ]
        ),
        new(
            "agreement",
            [
                ["reached"],
                ["signed"],
                ["ratified"],
                ["inForce"],
            ]
        ),
        new(
            "exchange",
            [
                ["agreed"],
                ["carriedOut"],
            ]
        ),
        new(
            "sanctions",
            [
                ["threatened"],
                ["imposed"],
                ["lifted"],
            ]
        ),
        new(
            "deadline",
            [
                ["set"],
                ["extended"],
                ["passed"],
            ]
        ),
        new(
            "deadline that is lifted",
            [
                ["set"],
                ["extended"],
                ["lifted"],
            ]
        ),
    ];

    /// <summary>
    /// The statuses that can both be true: that an answer is outstanding denies nothing that may come about.
    /// </summary>
    public static IReadOnlyList<(string One, string Other)> Compatible { get; } =
    [
        ("conditional", "possible"),
        ("conditional", "unconfirmed"),
        ("possible", "reported"),
        ("possible", "unconfirmed"),
        ("reported", "unconfirmed"),
    ];

    /// <summary>Whether one status is an earlier stage of the same course than another.</summary>
    public static bool Leads(string before, string after) =>
        // Most statuses are of no course.
        Later.TryGetValue(before, out var later) && later.Contains(after);

    /// <summary>Whether two statuses never dispute each other.</summary>
    public static bool AreCompatible(string one, string other) =>
        Compatible.Contains((one, other)) || Compatible.Contains((other, one));

    // To each status those of later stages of its courses.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Later = Courses
        .SelectMany(course => course.Stages.SelectMany(stage => stage))
        .Distinct()
        .ToFrozenDictionary(
            status => status,
            status =>
                Courses
                    .SelectMany(course => course.Stages.SelectMany(stage => stage), (course, other) => (course, other))
                    .Where(pair => pair.course.Leads(status, pair.other))
                    .Select(pair => pair.other)
                    .ToFrozenSet()
        );
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
