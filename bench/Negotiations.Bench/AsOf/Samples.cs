using System.Diagnostics;

namespace Negotiations.Bench;

/// <summary>How long the same thing took, many times.</summary>
public sealed class Samples
{
    private readonly List<TimeSpan> times = [];
    private readonly Lock gate = new();

    public int Count => times.Count;

    public TimeSpan Median => Find(0.5);

    public TimeSpan Percentile95 => Find(0.95);

    /// <summary>The 99th percentile; of fewer than a hundred, the greatest.</summary>
    public TimeSpan Percentile99 => Find(0.99);

    public void Add(TimeSpan time)
    {
        lock (gate)
            times.Add(time);
    }

    /// <summary>
    /// Times something again and again, until there are enough times or the time is up; null where it says that it
    /// cannot be done.
    /// </summary>
    /// <param name="limit">For how long.</param>
    /// <param name="enough">The number of times.</param>
    /// <param name="action">Gets the number of the time; false where it cannot be done.</param>
    /// <param name="after">What is done after each time, untimed.</param>
    public static async Task<Samples?> TakeAsync(
        TimeSpan limit,
        int enough,
        Func<int, Task<bool>> action,
        Func<Task>? after = null
    )
    {
        var samples = new Samples();
        var first = Stopwatch.GetTimestamp();
        if (!await action(0))
            return null;
        var warmedUp = Stopwatch.GetElapsedTime(first);
        // What takes long was compiled long before: its first time counts.
        if (warmedUp > limit / 3)
            samples.Add(warmedUp);
        else
            for (var number = 1; number < 4; number++)
                await action(number);
        GC.Collect();
        first = Stopwatch.GetTimestamp();
        for (
            var number = 4;
            samples.Count < enough && (samples.Count == 0 || Stopwatch.GetElapsedTime(first) + warmedUp < limit);
            number++
        )
        {
            var start = Stopwatch.GetTimestamp();
            await action(number);
            samples.Add(Stopwatch.GetElapsedTime(start));
            if (after is not null)
                await after();
        }

        return samples;
    }

    private TimeSpan Find(double share)
    {
        lock (gate)
        {
            var sorted = times.Order().ToList();
            return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
        }
    }
}
