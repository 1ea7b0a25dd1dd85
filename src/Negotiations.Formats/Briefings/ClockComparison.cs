using NodaTime;

namespace Negotiations.Formats;

/// <summary>Shows how the three clocks differ, each by a fact that the program chooses.</summary>
public static class ClockComparison
{
    /// <summary>What each clock makes of a record at a time; nothing where the record has no facts.</summary>
    /// <param name="log">The whole record.</param>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="time">The time.</param>
    /// <param name="logAt">Gives the record up to a position.</param>
    public static async Task<IReadOnlyList<ClockLine>> CompareAsync(
        NegotiationLog log,
        string negotiation,
        Instant time,
        Func<long, Task<NegotiationLog>> logAt
    )
    {
        // Before the last article of that day came in, the store knew a part of the story.
        if (log.VersionsKnownBy(time).LastOrDefault() is not { } article)
            return [];
        var position = log.Events.First(recorded => recorded.Event == article).Position - 1;
        var known = Answer.To(new(negotiation, KnownBy: time), log);
        var happened = Answer.To(new(negotiation, HappenedBy: time), log);
        var recorded = Answer.To(
            new(negotiation, RecordedBy: new RecordedBound.AtPosition(position)),
            await logAt(position)
        );
        var now = Answer.To(new(negotiation), log);
        if (Changed(recorded, known) is not { } changed)
            return [];

        var by = DateWords.DescribeBound(time, log.Zone);
        return
        [
            new($"known by {by}", "what a reader could know then", known, changed),
            new($"happened by {by}", "with what came out only later", happened, Added(known, happened) ?? changed),
            new(
                $"recorded by position {position}",
                $"as this store answered before {article.Article} came in",
                recorded,
                changed
            ),
            new("now", "all that is known", now, changed),
        ];
    }

    // First of all in who comes, which needs no explanation; and where both answers have a value.
    private static string? Changed(Answer before, Answer after) =>
        after
            .Facts.OrderByDescending(fact => fact.Key.Split('/')[1] == "attendance")
            .ThenByDescending(fact => Find(before, fact.Key) is { } other && other.Value.Status != fact.Value.Status)
            .ThenByDescending(fact => Find(before, fact.Key)?.Value.Status != fact.Value.Status)
            .FirstOrDefault()
            ?.Key;

    // The shortest, of what happened on a day that is known.
    private static string? Added(Answer known, Answer happened) =>
        happened
            .Facts.Where(fact => Find(known, fact.Key) is null)
            .OrderByDescending(fact => fact.Happened.Bounds.IsDay)
            .ThenBy(fact => fact.Key.Length)
            .FirstOrDefault()
            ?.Key;

    private static Fact? Find(Answer answer, string key) => answer.Facts.FirstOrDefault(fact => fact.Key == key);
}

/// <summary>What one clock makes of the same record.</summary>
/// <param name="Clock">The bound, in words.</param>
/// <param name="Meaning">What the answer means.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Key">Key of a fact that shows the difference.</param>
public sealed record ClockLine(string Clock, string Meaning, Answer Answer, string Key)
{
    /// <summary>That fact; null where this answer does not have it.</summary>
    public Fact? Fact => Answer.Facts.FirstOrDefault(fact => fact.Key == Key);
}
