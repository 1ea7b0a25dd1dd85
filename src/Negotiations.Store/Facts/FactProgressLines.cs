using System.Diagnostics;
using System.Globalization;

namespace Negotiations.Store;

/// <summary>Tells in lines how far facts have been made ready, where that takes long.</summary>
internal sealed class FactProgressLines(IProgress<string>? lines) : IProgress<FactProgress>
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    // Fewer are soon done, also on a slow machine.
    private const int ManyEvents = 1_000;

    private long last = Stopwatch.GetTimestamp();

    public void Report(FactProgress value)
    {
        if (lines is null || value.Events < ManyEvents || Stopwatch.GetElapsedTime(last) < Between)
            return;
        last = Stopwatch.GetTimestamp();
        lines.Report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"making the facts of '{value.Negotiation}' ready: {value.Done:N0} of {value.Events:N0} events; "
                    + $"it may be stopped, and goes on from there the next time"
            )
        );
    }
}
