using System.Globalization;

namespace Negotiations.Bench;

/// <summary>Rows and cells of tables in Markdown.</summary>
public static class Cells
{
    public static string Row(params IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    public static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>How many times as long the one takes as the other.</summary>
    public static string Ratio(TimeSpan time, TimeSpan other) =>
        (time / other) is var ratio && ratio < 10 ? ratio.ToString("0.0", CultureInfo.InvariantCulture) : Whole(ratio);
}
