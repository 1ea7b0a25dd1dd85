using NodaTime;

namespace Negotiations.Server.Pages;

/// <summary>A row of a picture: the acts of a side of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Y">Where the row begins.</param>
/// <param name="Lanes">How many lanes it has, one below the other, so that nothing covers anything else.</param>
/// <param name="Marks">The acts.</param>
public sealed record TimelineRow(string Kind, double Y, int Lanes, IReadOnlyList<TimelineMark> Marks)
{
    private const double Lane = 12;
    private const int MostNamed = 3;

    // As wide as a mark of when something became known, with some air.
    private const double Apart = 14;

    internal static TimelineRow Draw(
        string kind,
        IEnumerable<TimelineAct> acts,
        double y,
        Func<Instant, double> place,
        Func<LocalDate, Instant> startOf,
        Func<LocalDate, Instant> endOf
    )
    {
        var lanes = new List<double>();
        var marks = new List<TimelineMark>();
        var alike = acts.GroupBy(act => (act.Bounds, act.IsUncertain, act.Known))
            .Select(same => (Act: same.First(), Count: same.Count(), Words: DescribeAll([.. same])))
            .Select(one => (one.Act, one.Count, one.Words, Begin: FindBegin(one.Act), End: FindEnd(one.Act)))
            .OrderBy(one => one.Begin);
        foreach (var (act, count, words, begin, end) in alike)
        {
            var known = place(act.Known);
            var lane = lanes.FindIndex(taken => taken + Apart < begin);
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add(0);
            }

            lanes[lane] = Math.Max(end, known) + (count > 1 ? Apart : 0);
            marks.Add(
                new(
                    begin,
                    Math.Max(end, begin + 4),
                    known,
                    y + (lane * Lane) + (Lane / 2),
                    act.IsUncertain,
                    IsBeforeAxis: begin <= place(Instant.MinValue)
                        && act.Bounds.Earliest is { } day
                        && place(endOf(day)) <= begin,
                    act.Late > 0,
                    count,
                    words
                )
            );
        }

        return new(kind, y, lanes.Count, marks);

        double FindBegin(TimelineAct act) =>
            act.Bounds.Earliest is { } day ? place(startOf(day))
            : act.Bounds.Latest is null ? place(act.Known)
            : place(Instant.MinValue);

        double FindEnd(TimelineAct act) => act.Bounds.Latest is { } day ? place(endOf(day)) : place(act.Known);
    }

    private static string DescribeAll(IReadOnlyList<TimelineAct> same)
    {
        var when = $"happened {same[0].Happened ?? "at an unknown time"}, known {same[0].KnownWords}";
        var more = same.Count > MostNamed ? $" and {same.Count - MostNamed} more" : "";
        return $"{string.Join(" / ", same.Select(act => act.Summary).Take(MostNamed))}{more} ({when})";
    }
}

/// <summary>Acts that happened and became known at the same times.</summary>
/// <param name="Begin">Where what happened begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Known">Where it became known.</param>
/// <param name="Y">The middle of its lane.</param>
/// <param name="IsUncertain">Whether it is not dated to the day.</param>
/// <param name="IsBeforeAxis">Whether it happened before the axis begins.</param>
/// <param name="IsLate">Whether it became known on a later day.</param>
/// <param name="Count">How many acts it stands for.</param>
/// <param name="Words">What happened, and when.</param>
public sealed record TimelineMark(
    double Begin,
    double End,
    double Known,
    double Y,
    bool IsUncertain,
    bool IsBeforeAxis,
    bool IsLate,
    int Count,
    string Words
);
