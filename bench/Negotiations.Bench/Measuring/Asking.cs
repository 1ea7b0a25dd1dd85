using Negotiations.Store;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>How long a question to a filled store takes.</summary>
/// <param name="Lookup">One event by its primary key.</param>
/// <param name="KnownByMiddle">The state with a bound in the middle of the known clock.</param>
/// <param name="Unbounded">The state without a bound.</param>
/// <param name="Reading">The part of the unbounded state that reads the log.</param>
/// <param name="Folding">The part of it that folds the log into facts.</param>
/// <param name="Facts">The number of facts in the unbounded state.</param>
public sealed record Asking(
    TimeSpan Lookup,
    TimeSpan KnownByMiddle,
    TimeSpan Unbounded,
    TimeSpan Reading,
    TimeSpan Folding,
    int Facts
)
{
    private const int Lookups = 500;

    /// <summary>Asks everything once.</summary>
    public static async Task<Asking> MeasureAsync(DrawnHistory history, NpgsqlDataSource source, Random random)
    {
        var store = await MartenEventStore.OpenAsync(source);
        var everything = new Question(history.Negotiation);
        NegotiationLog? log = null;
        Answer? answer = null;
        var lookup = await LookupAsync(source, history.Events, random);
        var middle = await Timing.MeasureAsync(() => store.AnswerAsync(everything with { KnownBy = history.Middle }));
        var unbounded = await Timing.MeasureAsync(() => store.AnswerAsync(everything));
        var reading = await Timing.MeasureAsync(async () =>
            log = await store.ReadLogAsync(history.Negotiation, recordedBy: null)
        );
        var folding = await Timing.MeasureAsync(() =>
        {
            answer = Answer.To(everything, log!);
            return Task.CompletedTask;
        });
        return new(lookup, middle, unbounded, reading, folding, answer!.Facts.Count);
    }

    // A single look-up is too short to be timed alone: the median of many.
    private static async Task<TimeSpan> LookupAsync(NpgsqlDataSource source, int events, Random random)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Lookups; i++)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            await using var command = source.CreateCommand("select data from public.mt_events where seq_id = @seq_id");
            command.Parameters.Add(new("seq_id", (long)random.Next(1, events + 1)));
            if (await command.ExecuteScalarAsync() is null)
                throw new InvalidOperationException("an event of the history is not in the store");
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start));
        }

        return times.Median();
    }
}
