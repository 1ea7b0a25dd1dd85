namespace Negotiations.Store;

/// <summary>What a keeper of facts knows of a negotiation: it grows by what bears on the next events.</summary>
/// <remarks>
/// Everything is known of an article in which something came since; of the others the reports that bear on what came.
/// So little is left to read for the next events, which bear on much the same.
/// </remarks>
internal sealed class KnownPart
{
    // As much as fits into some memory: a negotiation of which more bears on the next events is read again each time.
    private const int MostEvents = 20_000;

    private readonly HashSet<long> positions = [];
    private readonly HashSet<string> wholeArticles = new(StringComparer.Ordinal);
    private FactKeeper? keeper;
    private (long Build, ProvenPosition Position) place;

    /// <summary>Whether it is known what the facts of a making were decided from, up to its end.</summary>
    /// <param name="build">The making.</param>
    /// <param name="end">Its end. After a failover that lost something, others may have been recorded there.</param>
    public bool IsAt(FactBuild build, ProvenPosition end) => place == (build.Id, end) && positions.Count < MostEvents;

    /// <summary>Notes how far the making has come.</summary>
    public void Reach(FactBuild build, ProvenPosition end) => place = (build.Id, end);

    /// <summary>Takes the next events.</summary>
    /// <param name="part">Reads what was recorded before them.</param>
    /// <param name="next">The events.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<KeptStep>> TakeAsync(
        FactPart part,
        IReadOnlyList<RecordedEvent> next,
        CancellationToken cancellationToken
    )
    {
        if (keeper is null)
        {
            var own = await part.ReadStreamsAsync([], cancellationToken);
            positions.UnionWith(own.Select(recorded => recorded.Position));
            keeper = new(new NegotiationLog(new(next[0].Position - 1, null), own));
        }

        if (keeper.IsOtherwiseComparedWith(next))
            Learn(await part.ReadAllAsync(cancellationToken));
        var articles = next.Select(recorded => StreamName.ParseArticle(recorded.Stream))
            .Concat(next.Select(recorded => recorded.Event).OfType<ArticlesLinked>().Select(link => link.Other))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var texts = await part.FindTextsAsync(articles, cancellationToken);
        await LearnWholeAsync(part, texts, cancellationToken);
        var told = keeper.FindTold(texts, next);
        var reach = await part.FindReachAsync([.. told.Acts], [.. told.Keys], cancellationToken);
        await LearnWholeAsync(
            part,
            await part.FindTextsAsync(
                [
                    .. reach
                        .Where(one => !one.IsSimple && !wholeArticles.Contains(one.Article))
                        .Select(one => one.Article),
                ],
                cancellationToken
            ),
            cancellationToken
        );
        var unknown = reach.Where(one => one.IsSimple).SelectMany(one => one.Positions).Except(positions);
        Learn(await part.ReadPositionsAsync([.. unknown], cancellationToken));
        positions.UnionWith(next.Select(recorded => recorded.Position));
        return [.. next.Select(keeper.Take)];
    }

    private async Task LearnWholeAsync(FactPart part, IEnumerable<string> articles, CancellationToken cancellationToken)
    {
        var unknown = articles.Where(wholeArticles.Add).ToList();
        if (unknown.Count > 0)
            Learn(await part.ReadStreamsAsync(unknown, cancellationToken));
    }

    private void Learn(IReadOnlyList<RecordedEvent> events) =>
        keeper!.Learn([.. events.Where(recorded => positions.Add(recorded.Position))]);
}
