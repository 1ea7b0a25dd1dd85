namespace Negotiations;

/// <summary>The acts that visible reports give, in order, with what they claim.</summary>
public sealed class ActsAsOf
{
    private readonly ValueComparison comparison;

    // Who only asks for the acts needs none of these, and who asks for one fact not the others.
    private readonly Lazy<TextOrder> order;
    private readonly Lazy<ILookup<string, Claim>> claims;
    private readonly Lazy<ILookup<string, Claim>> denials;

    /// <summary>Puts the acts together.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    /// <param name="comparison">Tells what can both be true; by words where it is left out.</param>
    public ActsAsOf(IEnumerable<VisibleReport> reports, HappenedBound happenedBy, ValueComparison? comparison = null)
        : this(
            reports
                .GroupBy(report => report.Report.Act, StringComparer.Ordinal)
                .Select(group => new Act(group.Key, group)),
            happenedBy,
            comparison ?? ValueComparison.ByWords
        ) { }

    /// <summary>Puts acts together.</summary>
    internal ActsAsOf(IEnumerable<Act> told, HappenedBound happenedBy, ValueComparison comparison)
    {
        this.comparison = comparison;
        // In an order of their own: that of intake plays no part, not even in which of several reasons is given.
        var acts = told.OrderBy(act => act.Key, StringComparer.Ordinal).ToList();
        Acts = [.. acts.Where(happenedBy.Admits)];
        LeftOut = acts.Count(happenedBy.LeavesOutAsVague);
        order = new(() => new TextOrder(Acts));
        claims = new(() => Join(act => ClaimsOfAct.Find(act, comparison).Claims));
        denials = new(() => Join(act => ClaimsOfAct.Find(act, comparison).Denials));
    }

    /// <summary>The acts that count.</summary>
    public IReadOnlyList<Act> Acts { get; }

    /// <summary>Number of acts left out because their date is too vague.</summary>
    public int LeftOut { get; }

    /// <summary>The order of the acts.</summary>
    public TextOrder Order => order.Value;

    /// <summary>The claims of the acts, by key of the fact.</summary>
    public ILookup<string, Claim> Claims => claims.Value;

    /// <summary>What the acts' denials speak against, by key of the fact.</summary>
    public ILookup<string, Claim> Denials => denials.Value;

    /// <summary>The keys of the facts of which something is claimed or denied, in their order.</summary>
    public IEnumerable<string> Keys =>
        Claims.Concat(Denials).Select(claims => claims.Key).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Decides a fact; null where nothing is claimed or denied of it.</summary>
    public FactResolution? Resolve(string key) => Resolve(Claims[key], Denials[key]);

    /// <summary>Decides one fact alone, without looking at what is claimed of others.</summary>
    internal FactResolution? ResolveAlone(string key) =>
        Resolve(
            Order.Ordered.SelectMany(act => ClaimsOfAct.Find(act, comparison).Claims[key]).ToList(),
            Order.Ordered.SelectMany(act => ClaimsOfAct.Find(act, comparison).Denials[key]).ToList()
        );

    private FactResolution? Resolve(IEnumerable<Claim> claimed, IEnumerable<Claim> denied) =>
        claimed.Any() || denied.Any() ? FactResolution.Resolve(claimed, denied, Order, comparison) : null;

    private ILookup<string, Claim> Join(Func<Act, ILookup<string, Claim>> read) =>
        Acts.SelectMany(read).SelectMany(all => all).ToLookup(claim => claim.Key, StringComparer.Ordinal);
}
