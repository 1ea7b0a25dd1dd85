namespace Negotiations;

/// <summary>A span with the field in which it stands.</summary>
/// <param name="Where">The field, such as <c>evidence[0]</c>.</param>
/// <param name="Span">The span.</param>
/// <param name="IsReplaced">Whether a correction has replaced it.</param>
internal sealed record PlacedSpan(string Where, TextSpan Span, bool IsReplaced = false)
{
    /// <summary>Every span of a report as it now stands, and those that it had when it was recorded.</summary>
    public static IReadOnlyList<PlacedSpan> From(RecordedEvent recorded, CorrectionLog corrections)
    {
        var first = (Report)recorded.Event;
        var coded = CorrectionApplier.CodedAs(recorded, corrections);
        var now = From(CorrectionApplier.At(recorded, corrections, null) ?? coded).ToList();
        // What the coder has withdrawn says nothing any more, wherever it stood.
        if (corrections.IsWithdrawnByCoder(recorded.Id))
            now = [.. now.Select(placed => placed with { IsReplaced = true })];
        var spans = now.Select(placed => placed.Span).ToHashSet();
        return
        [
            .. now,
            .. From(coded)
                .Concat(From(first))
                .Where(placed => spans.Add(placed.Span))
                .Select(placed => placed with { IsReplaced = true }),
        ];
    }

    /// <summary>The spans of evidence, in its order.</summary>
    public static IEnumerable<PlacedSpan> From(IEnumerable<TextSpan> evidence) =>
        evidence.Select((span, i) => new PlacedSpan($"evidence[{i}]", span));

    /// <summary>The spans in which a chain of attribution names its links.</summary>
    public static IEnumerable<PlacedSpan> From(IEnumerable<ChainLink> chain) =>
        from link in chain.Select((link, i) => (link.Span, Where: $"chain[{i}]"))
        where link.Span is not null
        select new PlacedSpan(link.Where, link.Span);

    private static IEnumerable<PlacedSpan> From(Report report) => From(report.Evidence).Concat(From(report.Chain));
}
