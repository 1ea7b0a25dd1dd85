namespace Negotiations;

/// <summary>The acts that visible reports give, in order, with what they claim.</summary>
public sealed class ActsAsOf
{
    private readonly ValueComparison comparison;

    // Who only asks for the acts and their order needs neither.
    private readonly Lazy<ILookup<string, Claim>> claims;
    private readonly Lazy<ILookup<string, Claim>> denials;

    /// <summary>Puts the acts together.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    /// <param name="comparison">Tells what can both be true; by words where it is left out.</param>
    public ActsAsOf(IEnumerable<VisibleReport> reports, HappenedBound happenedBy, ValueComparison? comparison = null)
    {
        this.comparison = comparison ?? ValueComparison.ByWords;
        var acts = reports
            .GroupBy(report => report.Report.Act, StringComparer.Ordinal)
            // In an order of their own: that of intake plays no part, not even in which of several reasons is given.
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Act(group.Key, group))
            .ToList();
        Acts = [.. acts.Where(happenedBy.Admits)];
        LeftOut = acts.Count(happenedBy.LeavesOutAsVague);
        Order = new TextOrder(Acts);
        claims = new(() => Claim.GroupByFact(Acts, this.comparison));
        denials = new(() => Claim.GroupDenials(Acts, Claims));
    }

    /// <summary>The acts that count.</summary>
    public IReadOnlyList<Act> Acts { get; }

    /// <summary>Number of acts left out because their date is too vague.</summary>
    public int LeftOut { get; }

    /// <summary>The order of the acts.</summary>
    public TextOrder Order { get; }

    /// <summary>The claims of the acts, by key of the fact.</summary>
    public ILookup<string, Claim> Claims => claims.Value;

    /// <summary>What the acts' denials speak against, by key of the fact.</summary>
    public ILookup<string, Claim> Denials => denials.Value;

    /// <summary>The keys of the facts of which something is claimed or denied, in their order.</summary>
    public IEnumerable<string> Keys =>
        Claims.Concat(Denials).Select(claims => claims.Key).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Decides a fact; null where nothing is claimed or denied of it.</summary>
    public FactResolution? Resolve(string key) =>
        Claims.Contains(key) || Denials.Contains(key)
            ? FactResolution.Resolve(Claims[key], Denials[key], Order, comparison)
            : null;
}
