using System.Globalization;
using static Negotiations.Bench.Cells;

namespace Negotiations.Bench;

/// <summary>Measurements as tables in Markdown.</summary>
public static class Tables
{
    public static string Write(IReadOnlyList<Measurement> measurements) =>
        string.Join(
            '\n',
            [
                "| reports | events | runs | append, events/s | COPY with trigger, events/s | COPY, "
                    + "events/s | append : COPY with trigger | append : COPY |",
                "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
                .. measurements.Select(FillingRow),
                "",
                "| reports | facts | look-up, ms | state known by the middle, ms | state, ms | of it "
                    + "reading, ms | of it folding, ms | state : look-up | folding : reading |",
                "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
                .. measurements.Select(AskingRow),
                "",
            ]
        );

    private static string FillingRow(Measurement measured)
    {
        var (append, copyWithTrigger, copy) = measured.Filling;
        return Row(
            Whole(measured.Reports),
            Whole(measured.Events),
            Whole(measured.Runs),
            Whole(measured.Events / append.TotalSeconds),
            Whole(measured.Events / copyWithTrigger.TotalSeconds),
            Whole(measured.Events / copy.TotalSeconds),
            Ratio(append, copyWithTrigger),
            Ratio(append, copy)
        );
    }

    private static string AskingRow(Measurement measured)
    {
        var (lookup, middle, unbounded, reading, folding, facts) = measured.Asking;
        return Row(
            Whole(measured.Reports),
            Whole(facts),
            lookup.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture),
            Whole(middle.TotalMilliseconds),
            Whole(unbounded.TotalMilliseconds),
            Whole(reading.TotalMilliseconds),
            Whole(folding.TotalMilliseconds),
            Ratio(unbounded, lookup),
            Ratio(folding, reading)
        );
    }
}
