using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>How much of a long list a preview shows: its first ten lines, or all of it.</summary>
/// <param name="IsWhole">Whether all of it is shown.</param>
internal sealed record PreviewLength(bool IsWhole)
{
    private const int MostLines = 10;

    /// <summary>The items that are shown, at least one where there is any.</summary>
    /// <param name="items">All items.</param>
    /// <param name="countLines">The lines that an item takes, before they are wrapped.</param>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> items, Func<T, int> countLines)
    {
        if (IsWhole)
            return items;
        var shown = new List<T>();
        var lines = 0;
        foreach (var item in items)
        {
            lines += countLines(item);
            if (lines > MostLines && shown.Count > 0)
                break;
            shown.Add(item);
        }

        return shown;
    }

    /// <summary>The line that says how many are not shown; none where all are.</summary>
    public static IEnumerable<IRenderable> DescribeRest(int all, int shown, string thing)
    {
        if (all > shown)
            yield return Styles.Line(
                $"\n… and {QuestionWords.Count(all - shown, $"more {thing}")}; --all shows everything",
                Styles.Quiet
            );
    }
}
