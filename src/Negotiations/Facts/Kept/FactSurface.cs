using NodaTime;

namespace Negotiations;

/// <summary>One fact at one position of the record clock, over the known and the happened clock.</summary>
/// <param name="key">Key of the fact.</param>
/// <param name="reports">The reports that can play a part in it (<see cref="FactDependencies"/>).</param>
/// <param name="comparison">Tells what can both be true.</param>
internal sealed class FactSurface(string key, IReadOnlyList<ReportHistory> reports, ValueComparison comparison)
{
    private readonly Dictionary<(int Step, int Day), (ActsAsOf View, FactResolution? Contest)> decided = [];

    /// <summary>The times at which something about the fact became known, in order.</summary>
    public IReadOnlyList<Instant> Times { get; } = [.. ReportHistory.ListTimes(reports, knownBy: null)];

    /// <summary>The bounds on the happened clock at which another act counts, at any time known.</summary>
    /// <remarks>Earlier times known belong to it: since when a value was known hangs on what counted then.</remarks>
    public IEnumerable<int> Days =>
        reports
            .SelectMany(
                history =>
                    history.Revisions.Select(revision => revision.Report?.Report.Act).OfType<string>().Distinct(),
                (history, act) => (history, act)
            )
            .GroupBy(told => told.act, told => told.history, StringComparer.Ordinal)
            .SelectMany(told => ActDate.ListLatest(told.Key, [.. told], Instant.MinValue))
            .OfType<LocalDate>()
            .Select(HappenedDay.Number)
            .Distinct();

    /// <summary>The fact for a bound on the known clock, and one on the happened clock; null where it is not
    /// there.</summary>
    public Fact? At(Instant known, int day)
    {
        var step = FindStep(known);
        return step >= 0 && Decide(step, day) is { Contest: { } contest } decision
            ? FactFold.Describe(contest, decision.View.Order, HappenedDay.ToBound(day), since: value =>
                FindSince(value, step, day)
            )
            : null;
    }

    private int FindStep(Instant known)
    {
        var step = Times.Count - 1;
        while (step >= 0 && Times[step] > known)
            step--;
        return step;
    }

    private Instant FindSince(FactValue value, int step, int day)
    {
        while (step > 0 && Decide(step - 1, day).Contest is { } before && comparison.AreSame(before.Value.Value, value))
            step--;
        return Times[step];
    }

    private (ActsAsOf View, FactResolution? Contest) Decide(int step, int day)
    {
        if (decided.TryGetValue((step, day), out var known))
            return known;
        var visible = reports.Select(report => report.At(Times[step])).OfType<VisibleReport>();
        var view = new ActsAsOf(visible, HappenedDay.ToBound(day), comparison);
        return decided[(step, day)] = (view, view.Resolve(key));
    }
}
