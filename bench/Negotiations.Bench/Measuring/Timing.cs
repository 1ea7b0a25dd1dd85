using System.Diagnostics;

namespace Negotiations.Bench;

/// <summary>How long something takes.</summary>
public static class Timing
{
    public static async Task<TimeSpan> MeasureAsync(Func<Task> action)
    {
        // What an earlier measurement left behind is not to be collected on this one's time.
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The middle one of some times.</summary>
    public static TimeSpan Median(this IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
