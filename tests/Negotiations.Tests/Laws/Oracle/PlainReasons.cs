using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>What can be a reason for or against a fact at all.</summary>
internal static class PlainReasons
{
    /// <summary>
    /// A reason that has no part in a fact, or null: its act says nothing of the fact, and no text puts it in an order
    /// with
    /// another.
    /// </summary>
    public static string? Idle(AnsweredFact fact, PlainRecord record, Instant? time)
    {
        var visible = record
            .Log.Where(one => one.Event is Report)
            .Select(one => (one.Id, Report: record.At(one, time)))
            .Where(one => one.Report is not null)
            .ToDictionary(one => one.Id, one => one.Report!);
        var byName = visible.Values.ToDictionary(report => (report.Article, report.Version, report.Id));
        var acts = visible
            .Values.Where(report =>
                report.AssertedFacts().Concat(report.DeniedFacts()).Any(spoken => spoken.Key == fact.Key)
            )
            .Select(report => report.Act)
            .ToHashSet();
        foreach (var later in visible.Values)
        {
            foreach (var name in later.PrecededBy ?? [])
            {
                if (
                    byName.TryGetValue((later.Article, later.Version, name), out var earlier)
                    && earlier.Act != later.Act
                )
                    acts.UnionWith([later.Act, earlier.Act]);
            }
        }

        var idle = fact.Grounds.Concat(fact.Against).Where(id => !acts.Contains(visible[id].Act)).ToList();
        return idle.Count > 0
            ? $"{fact.Key}: among the reasons is what has no part in it: {string.Join(' ', idle)}"
            : null;
    }
}
