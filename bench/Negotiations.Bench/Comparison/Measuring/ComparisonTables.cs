using static Negotiations.Bench.Cells;

namespace Negotiations.Bench;

/// <summary>Comparisons as tables in Markdown: a column for each size.</summary>
public static class ComparisonTables
{
    public static string Write(IReadOnlyList<Comparison> comparisons)
    {
        return string.Join('\n',
        [
            .. Head("appends, events/s"),
            .. PerSecond("plain Marten", Measured.PlainAppend),
            .. PerSecond("this host", Measured.HostAppend),
            .. PerSecond("embedded store", Measured.EmbeddedAppend),
            .. Times("this host : plain Marten, times", Measured.HostAppend, Measured.PlainAppend),
            .. Times("this host : embedded store, times", Measured.HostAppend, Measured.EmbeddedAppend),
            "",
            .. Head("questions, ms"),
            .. Milliseconds("plain Marten, last word: one article by the middle, `AggregateStreamAsync`", Measured.PlainArticleByMiddle),
            .. Milliseconds("plain Marten, last word: all rounds by the middle, `AggregateToManyAsync`", Measured.PlainRoundsByMiddle),
            .. Milliseconds("plain Marten, last word: all rounds now, `AggregateToManyAsync`", Measured.PlainRounds),
            .. Milliseconds("plain Marten, last word: all rounds now, from the documents", Measured.PlainRoundsKept),
            .. Milliseconds("this host: the answer now, from the document", Measured.HostKept),
            .. Milliseconds("this host: state now", Measured.HostState),
            .. Milliseconds("this host: state recorded by the middle", Measured.HostRecordedByMiddle),
            .. Milliseconds("this host: state known by the middle", Measured.HostKnownByMiddle),
            .. Milliseconds("embedded store: state now", Measured.EmbeddedState),
            .. Milliseconds("embedded store: state recorded by the middle", Measured.EmbeddedRecordedByMiddle),
            .. Milliseconds("embedded store: state known by the middle", Measured.EmbeddedKnownByMiddle),
            .. Times("state recorded by the middle, this host : all rounds by the middle, times", Measured.HostRecordedByMiddle, Measured.PlainRoundsByMiddle),
            .. Times("state now : the answer from the document, times", Measured.HostState, Measured.HostKept),
            "",
            .. Head("rebuilds, ms"),
            .. Milliseconds("plain Marten: all rounds, by the daemon", Measured.PlainRebuild),
            .. Milliseconds("this host: the answer now, by the daemon", Measured.HostRebuild),
            .. Milliseconds("embedded store: the answer now, from its streams", Measured.EmbeddedRebuild),
            .. Milliseconds("embedded store: `replay --verify`, every answer twice", Measured.EmbeddedVerification),
            .. Times("this host : plain Marten, times", Measured.HostRebuild, Measured.PlainRebuild),
            "",
        ]);

        IEnumerable<string> Head(string what) =>
        [
            Row([what, .. comparisons.Select(compared => $"{Whole(compared.Reports)} reports, {Runs(compared.Runs)}")]),
            Row(["---", .. comparisons.Select(_ => "---:")]),
        ];

        IEnumerable<string> PerSecond(string label, Measured what) =>
            [Row([label, .. comparisons.Select(compared => Cell(compared.Times.MedianOf(what), time => Whole(compared.Events / time.TotalSeconds)))])];

        IEnumerable<string> Milliseconds(string label, Measured what) =>
            [Row([label, .. comparisons.Select(compared => Cell(compared.Times.MedianOf(what), time => Whole(time.TotalMilliseconds)))])];

        IEnumerable<string> Times(string label, Measured what, Measured other) =>
            [Row([label, .. comparisons.Select(compared => Cell(compared.Times.MedianOf(what), time => Ratio(time, compared.Times.MedianOf(other)!.Value)))])];
    }

    private static string Runs(int runs) => runs == 1 ? "1 run" : $"{runs} runs";

    private static string Cell(TimeSpan? time, Func<TimeSpan, string> write) => time is { } taken ? write(taken) : "–";
}
