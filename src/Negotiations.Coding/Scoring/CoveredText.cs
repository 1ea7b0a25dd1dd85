namespace Negotiations.Coding;

/// <summary>The code points that spans cover, each once.</summary>
/// <param name="Stretches">Stretches in order, none of which touches another.</param>
internal sealed record CoveredText(IReadOnlyList<(int Start, int End)> Stretches)
{
    /// <summary>How many code points there are.</summary>
    public int Length { get; } = Stretches.Sum(stretch => stretch.End - stretch.Start);

    public int Start => Stretches[0].Start;

    public int End => Stretches[^1].End;

    /// <summary>What the evidence of a report covers.</summary>
    public static CoveredText From(Report report) => From(report.Evidence.Select(span => (span.Start, span.End)));

    /// <summary>What stretches cover that may overlap.</summary>
    public static CoveredText From(IEnumerable<(int Start, int End)> spans)
    {
        var stretches = new List<(int Start, int End)>();
        foreach (var span in spans.Order())
        {
            if (stretches.Count > 0 && span.Start <= stretches[^1].End)
                stretches[^1] = (stretches[^1].Start, Math.Max(stretches[^1].End, span.End));
            else
                stretches.Add(span);
        }

        return new(stretches);
    }

    /// <summary>How many code points both have.</summary>
    public int CountCommon(CoveredText other)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < Stretches.Count && j < other.Stretches.Count)
        {
            var (a, b) = (Stretches[i], other.Stretches[j]);
            common += Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
            if (a.End < b.End)
                i++;
            else
                j++;
        }

        return common;
    }

    /// <summary>The code points that both have as a share of those that either has.</summary>
    public double MeasureOverlap(CoveredText other)
    {
        var common = CountCommon(other);
        return common == 0 ? 0 : (double)common / (Length + other.Length - common);
    }
}

/// <summary>Finds covered texts by where they stand.</summary>
internal sealed class SpanIndex
{
    private readonly IReadOnlyList<CoveredText> texts;
    private readonly int[] byStart;

    // The furthest end up to each place of the order, so that a search knows where to begin.
    private readonly int[] furthest;

    public SpanIndex(IReadOnlyList<CoveredText> texts)
    {
        this.texts = texts;
        byStart = [.. Enumerable.Range(0, texts.Count).OrderBy(i => texts[i].Start)];
        furthest = new int[byStart.Length];
        var end = 0;
        for (var i = 0; i < byStart.Length; i++)
            furthest[i] = end = Math.Max(end, texts[byStart[i]].End);
    }

    /// <summary>The places of those that may overlap a text.</summary>
    public IEnumerable<int> FindOverlapping(CoveredText text)
    {
        var first = Array.BinarySearch(furthest, text.Start + 1);
        if (first < 0)
            first = ~first;
        // Of several with the same end the search finds any.
        while (first > 0 && furthest[first - 1] > text.Start)
            first--;
        for (var i = first; i < byStart.Length && texts[byStart[i]].Start < text.End; i++)
            yield return byStart[i];
    }
}
