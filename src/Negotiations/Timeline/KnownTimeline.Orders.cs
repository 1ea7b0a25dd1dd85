using System.Collections.Immutable;

namespace Negotiations;

// The order in which texts put acts.
public sealed partial class KnownTimeline
{
    /// <summary>The pairs of acts that the texts of an article put in order at any time known.</summary>
    internal IReadOnlyList<(string Later, string Earlier)> FindOrders(string article) =>
        reports.GetValueOrDefault(article)?.Orders ?? [];

    /// <summary>The articles whose texts put an act in order with others at any time known.</summary>
    internal IReadOnlyCollection<string> FindArticlesThatOrder(string act) =>
        (
            articlesByAct ??= reports.Aggregate(
                ImmutableDictionary.Create<string, ImmutableHashSet<string>>(StringComparer.Ordinal),
                AddOrders
            )
        ).GetValueOrDefault(act, []);

    // An article that orders an act no more stays in the index: whoever looks there finds nothing of the act.
    private static ImmutableDictionary<string, ImmutableHashSet<string>> AddOrders(
        ImmutableDictionary<string, ImmutableHashSet<string>> index,
        KeyValuePair<string, ArticleReports> article
    ) =>
        article
            .Value.Orders.SelectMany(order => new[] { order.Later, order.Earlier })
            .Distinct(StringComparer.Ordinal)
            .Aggregate(index, (acts, act) => Add(acts, act, article.Key));
}
