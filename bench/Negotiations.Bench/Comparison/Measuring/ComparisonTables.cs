using static Negotiations.Bench.Cells;

namespace Negotiations.Bench;

/// <summary>Comparisons as tables in Markdown: a column for each size.</summary>
public static class ComparisonTables
{
    public static string Write(IReadOnlyList<Comparison> comparisons)
    {
        return string.Join(
            '\n',
            [
                .. Head("appends, events/s"),
                .. PerSecond("plain Marten", Measured.PlainAppend),
                .. PerSecond("this store", Measured.StoreAppend),
                .. Times("this store : plain Marten, times", Measured.StoreAppend, Measured.PlainAppend),
                "",
                .. Head("questions, ms"),
                .. Milliseconds(
                    "plain Marten, last word: one article by the middle, `AggregateStreamAsync`",
                    Measured.PlainArticleByMiddle
                ),
                .. Milliseconds(
                    "plain Marten, last word: all rounds by the middle, `AggregateToManyAsync`",
                    Measured.PlainRoundsByMiddle
                ),
                .. Milliseconds(
                    "plain Marten, last word: all rounds now, `AggregateToManyAsync`",
                    Measured.PlainRounds
                ),
                .. Milliseconds(
                    "plain Marten, last word: all rounds now, from the documents",
                    Measured.PlainRoundsKept
                ),
                .. Milliseconds("this store: the answer now, from the kept facts", Measured.StoreKept),
                .. Milliseconds("this store: state now", Measured.StoreState),
                .. Milliseconds("this store: state recorded by the middle", Measured.StoreRecordedByMiddle),
                .. Milliseconds("this store: state known by the middle", Measured.StoreKnownByMiddle),
                .. Times(
                    "state recorded by the middle, this store : all rounds by the middle, times",
                    Measured.StoreRecordedByMiddle,
                    Measured.PlainRoundsByMiddle
                ),
                .. Times("state now : the answer from the kept facts, times", Measured.StoreState, Measured.StoreKept),
                "",
                .. Head("rebuilds, ms"),
                .. Milliseconds("plain Marten: all rounds, by the daemon", Measured.PlainRebuild),
                .. Milliseconds("this store: the answer now, by the daemon", Measured.StoreRebuild),
                .. Milliseconds("this store: `replay --verify`, every answer twice", Measured.Verification),
                .. Times("this store : plain Marten, times", Measured.StoreRebuild, Measured.PlainRebuild),
                "",
            ]
        );

        IEnumerable<string> Head(string what) =>
            [
                Row([
                    what,
                    .. comparisons.Select(compared => $"{Whole(compared.Reports)} reports, {Runs(compared.Runs)}"),
                ]),
                Row(["---", .. comparisons.Select(_ => "---:")]),
            ];

        IEnumerable<string> PerSecond(string label, Measured what) =>
            [
                Row([
                    label,
                    .. comparisons.Select(compared =>
                        Cell(compared.Times.ComputeMedian(what), time => Whole(compared.Events / time.TotalSeconds))
                    ),
                ]),
            ];

        IEnumerable<string> Milliseconds(string label, Measured what) =>
            [
                Row([
                    label,
                    .. comparisons.Select(compared =>
                        Cell(compared.Times.ComputeMedian(what), time => Whole(time.TotalMilliseconds))
                    ),
                ]),
            ];

        IEnumerable<string> Times(string label, Measured what, Measured other) =>
            [
                Row([
                    label,
                    .. comparisons.Select(compared =>
                        Cell(compared.Times.ComputeMedian(what), time =>
                            Ratio(time, compared.Times.ComputeMedian(other)!.Value)
                        )
                    ),
                ]),
            ];
    }

    private static string Runs(int runs) => runs == 1 ? "1 run" : $"{runs} runs";

    private static string Cell(TimeSpan? time, Func<TimeSpan, string> write) => time is { } taken ? write(taken) : "–";
}
