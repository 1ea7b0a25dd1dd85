using System.Diagnostics;
using Negotiations.Store;
using Npgsql;

namespace Negotiations.Bench;

/// <summary>Puts a corpus into the store of a database: <c>fill CONNECTION</c>.</summary>
internal static class StoreFilling
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var connection, .. var rest] || CorpusOptions.Read(rest) is not { } options)
        {
            Console.Error.WriteLine($"Negotiations.Bench fill CONNECTION {CorpusOptions.Usage}");
            return 2;
        }

        await using var source = NpgsqlDataSource.Create(connection);
        var store = await MartenEventStore.OpenAsync(source);
        var start = Stopwatch.GetTimestamp();
        var events = 0;
        foreach (var arrival in new Corpus(options).DrawArrivals())
        {
            await store.AppendAsync(arrival.Stream, arrival.ExpectedVersion, arrival.Events);
            events += arrival.Events.Count;
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"{Cells.Whole(events)} events in {seconds:F1} s, {Cells.Whole(events / seconds)} a second");
        return 0;
    }
}
