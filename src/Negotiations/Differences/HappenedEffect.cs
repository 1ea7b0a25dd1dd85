using NodaTime;

namespace Negotiations;

/// <summary>A fact that is otherwise after a correction only for questions with a bound on the happened clock.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Days">Last days of acts that such a question must name, or a day between one of them and the next, in order.</param>
public sealed record HappenedEffect(string Key, IReadOnlyList<LocalDate> Days)
{
    /// <summary>What differs so between two logs of one negotiation, one the continuation of the other, at any time known.</summary>
    /// <param name="before">The log as it is.</param>
    /// <param name="after">The log as it would be.</param>
    /// <param name="listed">The facts that differ without such a bound: these are left out.</param>
    public static IReadOnlyList<HappenedEffect> Between(NegotiationLog before, NegotiationLog after, IEnumerable<string> listed)
    {
        var changed = Changed(before, after);
        var keys = changed.SelectMany(KeysOf).Except(listed, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. keys.Select(key => new HappenedEffect(key, DaysOf(key, before, after))).Where(effect => effect.Days.Count > 0)];
    }

    private static IReadOnlyList<LocalDate> DaysOf(string key, NegotiationLog before, NegotiationLog after)
    {
        var (was, now) = (About(key, before, after), About(key, after, before));
        var times = FactHistory.TimesOf(was.Concat(now), knownBy: null).ToList();
        var days = times
            .SelectMany(time => new[] { was, now }.SelectMany(reports => new ActView(reports.Select(report => report.At(time)).OfType<VisibleReport>(), HappenedBound.None).Acts))
            .Select(act => act.Date.Bounds.Latest)
            .OfType<LocalDate>()
            .Distinct()
            .Order();
        return [.. days.Where(day => times.Any(time => !IsSame(FactAt(was, time, day), FactAt(now, time, day))))];

        Fact? FactAt(IReadOnlyList<ReportTimeline> reports, Instant time, LocalDate day) =>
            FactFold.Of(reports, time, new HappenedBound(day)).Facts.FirstOrDefault(fact => fact.Key == key);
    }

    // The reports of the acts that say something of a fact in either log, and of those that texts put in an order with them.
    private static List<ReportTimeline> About(string key, NegotiationLog log, NegotiationLog other)
    {
        var reports = log.Timelines.Reports.Concat(other.Timelines.Reports).SelectMany(StatesOf).ToList();
        var acts = WithOrdered(reports.Where(report => report.Asserts().Any(assertion => assertion.KeyIn(report) == key)), reports);
        return [.. log.Timelines.Reports.Where(timeline => StatesOf(timeline).Any(report => acts.Contains(report.Act)))];
    }

    // The reports of acts that changed, and of those that texts put in an order with them: whether an act counts for a bound
    // decides which order it gives to others.
    private static IEnumerable<ReportTimeline> Changed(NegotiationLog before, NegotiationLog after)
    {
        var (was, now) = (before.Timelines.Reports.ToDictionary(report => report.Recorded.Id), after.Timelines.Reports.ToDictionary(report => report.Recorded.Id));
        var changed = was.Keys.Union(now.Keys).Where(id => !was.TryGetValue(id, out var one) || !now.TryGetValue(id, out var other) || !IsSame(one, other)).ToHashSet();
        var all = was.Values.Concat(now.Values).ToList();
        var acts = WithOrdered(all.Where(report => changed.Contains(report.Recorded.Id)).SelectMany(StatesOf), [.. all.SelectMany(StatesOf)]);
        return all.Where(report => StatesOf(report).Any(state => acts.Contains(state.Act)));
    }

    // The acts of reports, and all that texts put in an order with them, directly or by way of others.
    private static HashSet<string> WithOrdered(IEnumerable<Report> some, IReadOnlyCollection<Report> reports)
    {
        var acts = some.Select(report => report.Act).ToHashSet(StringComparer.Ordinal);
        var ordered = reports.Where(report => report.PrecededBy is not null).Select(report => (report.Article, report.Version)).ToHashSet();
        var byText = reports.Where(report => ordered.Contains((report.Article, report.Version))).ToLookup(report => (report.Article, report.Version), report => report.Act);
        while (byText.Where(text => text.Any(acts.Contains) && !text.All(acts.Contains)).ToList() is { Count: > 0 } texts) acts.UnionWith(texts.SelectMany(text => text));
        return acts;
    }

    private static IEnumerable<string> KeysOf(ReportTimeline report) => StatesOf(report).SelectMany(state => state.Asserts().Select(assertion => assertion.KeyIn(state)));

    private static IEnumerable<Report> StatesOf(ReportTimeline report) => report.Revisions.Select(revision => revision.Report?.Report).OfType<Report>();

    private static bool IsSame(ReportTimeline one, ReportTimeline other) => one.Revisions.Count == other.Revisions.Count
        && one.Revisions.Zip(other.Revisions).All(pair => pair.First.From == pair.Second.From && IsSame(pair.First.Report, pair.Second.Report));

    private static bool IsSame(VisibleReport? a, VisibleReport? b) => a is null || b is null
        ? a is null && b is null
        : (a.Publication, a.RevisedFrom, a.Fate, a.TextOrigin, a.LostCorrection) == (b.Publication, b.RevisedFrom, b.Fate, b.TextOrigin, b.LostCorrection)
            && a.Corrections.SequenceEqual(b.Corrections) && EventJson.Write(a.Report) == EventJson.Write(b.Report);

    private static bool IsSame(Fact? a, Fact? b) => a is null ? b is null : b is not null && a.IsSameAs(b);
}
