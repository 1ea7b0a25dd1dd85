namespace Negotiations;

/// <summary>Checks that the orders which texts give do not contradict each other.</summary>
public static class OrderCheck
{
    /// <summary>The keys of the acts on a cycle ("A after B" here, "B after A" there), or null where there is none.</summary>
    /// <param name="reports">All reports of a negotiation, the new ones included.</param>
    public static IReadOnlyList<string>? FindCycle(IEnumerable<VisibleReport> reports)
    {
        var view = reports.GroupBy(report => report.Report.Act, StringComparer.Ordinal).Select(group => new Act(group.Key, group)).ToList();
        return TextOrder.FindCycle(view)?.Select(act => act.Key).ToList();
    }
}
