using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 7: facts that are kept ready, event by event, are those of the fold at every point of the
/// clocks.</summary>
public sealed class FactsKeptReadyAreThoseOfTheFold(ITestOutputHelper output)
{
    private delegate IEnumerable<FactRevision> Keeping(RecordedEvent recorded, IReadOnlyList<FactRevision> revisions);

    [Fact]
    public void On_random_histories() => new Trials(output).Hold(trial => Broken(trial, (_, revisions) => revisions));

    [Fact]
    public void Facts_that_go_and_are_kept_are_found() =>
        Finds("facts that go and are kept", (_, revisions) => revisions.Where(revision => revision.Fact is not null));

    [Fact]
    public void A_late_report_that_stops_too_early_is_found() =>
        Finds("a late report that stops too early", (_, revisions) =>
            revisions.Select(revision =>
                revision.Region.KnownUntil == KnownTick.Endless
                    ? revision with
                    {
                        Region = revision.Region with
                        {
                            KnownUntil = revision.Region.KnownFrom + NodaConstants.TicksPerHour,
                        },
                    }
                    : revision
            )
        );

    [Fact]
    public void A_link_that_is_not_followed_is_found() =>
        Finds("a link that is not followed", (recorded, revisions) =>
            recorded.Event is ArticlesLinked ? [] : revisions
        );

    [Fact]
    public void A_version_that_is_forgotten_is_found() =>
        Finds("a version that is forgotten", (recorded, revisions) =>
            recorded.Event is ArticleVersionPublished ? [] : revisions
        );

    [Fact]
    public void A_correction_that_only_counts_from_now_on_is_found() =>
        Finds("a correction that only counts from now on", (recorded, revisions) =>
            recorded.Event is Correction
                ? revisions.Where(revision => revision.Region.KnownUntil == KnownTick.Endless)
                : revisions
        );

    [Fact]
    public void Bounds_on_the_happened_clock_that_are_let_out_are_found() =>
        Finds("bounds on the happened clock that are let out", (_, revisions) =>
            revisions.Where(revision => revision.Region.HappenedLast == HappenedDay.Unbounded)
        );

    private void Finds(string fault, Keeping keep) => new Trials(output).Find(fault, trial => Broken(trial, keep));

    private static string? Broken(Trial trial, Keeping keep)
    {
        var events = trial.History.Log;
        var keeper = new FactKeeper(new NegotiationLog(new(0, null), []));
        var revisions = new List<FactRevision>();
        foreach (var recorded in events)
            revisions.AddRange(
                keep(recorded, keeper.Take(recorded).Revisions)
                    .Select(revision => revision with { Fact = Stored(revision.Fact) })
            );
        return ListQuestions(trial)
            .Select(asked => FindDifference(asked.Question, asked.Position, events, revisions))
            .FirstOrDefault(difference => difference is not null);
    }

    // The question of the trial now and in between, and some others; and, for chance alone seldom asks there, what
    // there is as soon as a link is recorded.
    private static IEnumerable<(Question Question, int Position)> ListQuestions(Trial trial)
    {
        var (dice, last) = (trial.Dice, trial.History.Log.Count);
        yield return (trial.Question, last);
        yield return (trial.Question, dice.Between(1, last));
        for (var more = 0; more < 4; more++)
            yield return (RandomQuestion.To(trial.History, dice), dice.Between(1, last));
        for (var position = 1; position <= last; position++)
        {
            if (trial.History.Log[position - 1].Event is ArticlesLinked)
                yield return (trial.Question with { KnownBy = null, HappenedBy = null }, position);
        }
    }

    private static string? FindDifference(
        Question question,
        int position,
        IReadOnlyList<RecordedEvent> events,
        IReadOnlyList<FactRevision> revisions
    )
    {
        var log = new NegotiationLog(new(position, events[position - 1].RecordedAt), [.. events.Take(position)]);
        if (log.Definition is null)
            return null;
        var happenedBy = new HappenedBound(question.HappenedBy?.InZone(log.Zone).Date);
        var folded = FactFold.Fold(log, question.KnownBy, happenedBy).Facts;
        var kept = FindLast(
            revisions.TakeWhile(revision => revision.Position <= position),
            question.KnownBy,
            happenedBy
        );
        var different = folded
            .Select(fact => fact.Key)
            .Union(kept.Select(fact => fact.Key))
            .Where(key =>
                folded.FirstOrDefault(fact => fact.Key == key) is not { } fact
                || kept.FirstOrDefault(other => other.Key == key) is not { } other
                || !fact.IsSameAs(other)
            )
            .ToList();
        return different.Count == 0
            ? null
            : $"{question} at position {position}: {string.Join(", ", different)}\nfolded {Describe(folded)}\n"
                + $"kept   {Describe(kept)}";

        string Describe(IEnumerable<FactState> facts) =>
            string.Join("; ", facts.Where(fact => different.Contains(fact.Key)).Select(fact => Write(fact)));
    }

    // The last revisions in whose region the question lies.
    private static IReadOnlyList<FactState> FindLast(
        IEnumerable<FactRevision> revisions,
        Instant? knownBy,
        HappenedBound happenedBy
    )
    {
        var (known, day) = (KnownTick.Number(knownBy), HappenedDay.Number(happenedBy));
        var facts = new Dictionary<string, FactState?>(StringComparer.Ordinal);
        foreach (var revision in revisions)
        {
            if (revision.Region.Covers(known, day))
                facts[revision.Key] = revision.Fact;
        }

        return KeptFacts.MarkOvertaken([
            .. facts.Values.OfType<FactState>().OrderBy(fact => fact.Key, StringComparer.Ordinal),
        ]);
    }

    private static string Write(FactState fact) =>
        AnswerJson.Write(writer => AnswerJson.WriteFact(writer, fact, DateTimeZone.Utc))
        + string.Join(' ', fact.Corrections);

    // As it is stored.
    private static FactState? Stored(FactState? fact) =>
        fact is null ? null : FactStateFormat.Read(fact.Key, FactStateFormat.Write(fact));
}
