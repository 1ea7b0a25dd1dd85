namespace Negotiations.Bench;

/// <summary>The times that several runs have taken.</summary>
/// <param name="progress">Is told of each as it is taken.</param>
public sealed class Times(Action<string> progress)
{
    private readonly Dictionary<Measured, List<TimeSpan>> taken = [];

    /// <summary>Times something.</summary>
    public async Task TakeAsync(Measured what, Func<Task> action)
    {
        if (!taken.TryGetValue(what, out var times))
            taken[what] = times = [];
        times.Add(await Timing.MeasureAsync(action));
        progress($"  {what}: {Cells.Whole(times[^1].TotalMilliseconds)} ms");
    }

    /// <summary>The median of what was taken; null where nothing was.</summary>
    public TimeSpan? ComputeMedian(Measured what) => taken.TryGetValue(what, out var times) ? times.Median() : null;
}
