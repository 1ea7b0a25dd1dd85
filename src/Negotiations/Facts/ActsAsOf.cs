namespace Negotiations;

/// <summary>The acts that visible reports give, in order, with what they claim.</summary>
public sealed class ActsAsOf
{
    /// <summary>Puts the acts together.</summary>
    public ActsAsOf(IEnumerable<VisibleReport> reports, HappenedBound happenedBy)
    {
        var acts = reports
            .GroupBy(report => report.Report.Act, StringComparer.Ordinal)
            // In an order of their own: that of intake plays no part, not even in which of several reasons is given.
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Act(group.Key, group))
            .ToList();
        Acts = [.. acts.Where(happenedBy.Admits)];
        LeftOut = acts.Count(happenedBy.LeavesOutAsVague);
        Order = new TextOrder(Acts);
        Claims = Claim.GroupByFact(Acts);
    }

    /// <summary>The acts that count.</summary>
    public IReadOnlyList<Act> Acts { get; }

    /// <summary>Number of acts left out because their date is too vague.</summary>
    public int LeftOut { get; }

    /// <summary>The order of the acts.</summary>
    public TextOrder Order { get; }

    /// <summary>The claims of the acts, by key of the fact.</summary>
    public ILookup<string, Claim> Claims { get; }
}
