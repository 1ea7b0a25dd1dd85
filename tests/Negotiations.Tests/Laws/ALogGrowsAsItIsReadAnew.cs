using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 7: a log that grows at its end is the log that is read anew from all of its events.</summary>
public sealed class ALogGrowsAsItIsReadAnew(ITestOutputHelper output)
{
    private delegate NegotiationLog Growing(NegotiationLog log, string stream, IReadOnlyList<NewEvent> added);

    private delegate IReadOnlyList<string>? Looking(NegotiationLog before, NegotiationLog after, string article);

    [Fact]
    public void In_what_it_holds_on_random_histories() =>
        new Trials(output).Hold(trial => Held(trial, (log, stream, added) => log.With(stream, added)));

    [Fact]
    public void In_what_the_rules_say_on_random_histories() =>
        new Trials(output).Hold(trial => Refused(trial, (log, stream, added) => log.With(stream, added)));

    [Fact]
    public void In_the_contradictions_of_orders_on_random_histories() =>
        new Trials(output).Hold(trial => Contradicted(trial, OrderCycles.FindNewCycle));

    [Fact]
    public void Corrections_that_are_added_and_not_read_are_found() =>
        new Trials(output).Find("corrections that are added and not read", trial => Held(trial, WithoutCorrections));

    [Fact]
    public void Rules_that_do_not_see_added_corrections_are_found() =>
        new Trials(output).Find("rules that do not see added corrections", trial => Refused(trial, WithoutCorrections));

    [Fact]
    public void Contradictions_over_more_than_one_article_that_are_passed_over_are_found() =>
        new Trials(output).Find("contradictions over more than one article that are passed over", trial =>
            Contradicted(trial, (before, after, article) =>
                OrderCycles.FindNewCycle(Only(before, article), Only(after, article), article)
            )
        );

    // Grown from any place on, by what one file brings in at a time.
    private static string? Held(Trial trial, Growing grow)
    {
        var events = trial.History.Log;
        var start = trial.Dice.Below(events.Count);
        var log = Read(events.Take(start));
        foreach (var (stream, added) in Batches(events.Skip(start)))
            log = grow(log, stream, added);
        var (grown, anew) = (Describe(log, trial.Question), Describe(Read(WithPlaces(log, events)), trial.Question));
        return grown == anew ? null : $"grown from {start} events\n{grown}\n\nread anew\n{anew}";
    }

    private static string? Refused(Trial trial, Growing grow)
    {
        var events = trial.History.Log;
        var log = Read(events.Take(1));
        var done = 1;
        foreach (var (stream, added) in Batches(events.Skip(1)))
        {
            var anew = Read(events.Take(done));
            var (grown, plain) = (Verdict(log, stream, added), Verdict(anew, stream, added));
            if (grown != plain)
                return $"after {done} events the grown log says\n{grown}\nand the one read anew\n{plain}";
            log = grow(log, stream, added);
            done += added.Count;
        }

        return null;
    }

    // Where texts put acts in any order at all.
    private static string? Contradicted(Trial trial, Looking look)
    {
        var dice = trial.Dice;
        var events = trial
            .History.Log.Select(recorded =>
                recorded.Event is Report report && dice.Chance(15)
                    ? recorded with
                    {
                        Event = report with { PrecededBy = [dice.Pick(FindFile(report, trial.History)).Id] },
                    }
                    : recorded
            )
            .ToList();
        var log = Read(events.Take(1));
        foreach (var (stream, added) in Batches(events.Skip(1)))
        {
            var after = log.With(stream, added);
            var article = stream.Split('/')[^1];
            var (fast, plain) = (look(log, after, article), OrderCycles.FindNewCycle(Anew(log), Anew(after)));
            if (!(fast ?? []).SequenceEqual(plain ?? []))
                return $"{article}: {Format(fast)} and not {Format(plain)}";
            log = after;
        }

        return null;

        static string Format(IReadOnlyList<string>? cycle) => cycle is null ? "none" : string.Join(" after ", cycle);
    }

    private static NegotiationLog WithoutCorrections(
        NegotiationLog log,
        string stream,
        IReadOnlyList<NewEvent> added
    ) => log.With(stream, added.Where(one => one.Event is not Correction));

    private static IReadOnlyList<Report> FindFile(Report report, History history) =>
        [.. history.Reports.Where(other => other.Article == report.Article && other.Version == report.Version)];

    private static IEnumerable<(string Stream, IReadOnlyList<NewEvent> Added)> Batches(
        IEnumerable<RecordedEvent> events
    )
    {
        var batch = new List<RecordedEvent>();
        foreach (var recorded in events)
        {
            if (batch.Count > 0 && batch[^1].Stream != recorded.Stream)
            {
                yield return (batch[^1].Stream, [.. batch.Select(one => new NewEvent(one.Id, one.Event))]);
                batch.Clear();
            }

            batch.Add(recorded);
        }

        if (batch.Count > 0)
            yield return (batch[^1].Stream, [.. batch.Select(one => new NewEvent(one.Id, one.Event))]);
    }

    private static NegotiationLog Read(IEnumerable<RecordedEvent> events)
    {
        List<RecordedEvent> all = [.. events];
        return new(new(all.Count, all.Count > 0 ? all[^1].RecordedAt : null), all);
    }

    private static NegotiationLog Only(NegotiationLog log, string article) =>
        new(
            log.Settled,
            [
                .. log.Events.Where(recorded =>
                    !StreamName.IsArticle(recorded.Stream)
                    || recorded.Stream.EndsWith($"/{article}", StringComparison.Ordinal)
                ),
            ]
        );

    private static NegotiationLog Anew(NegotiationLog log) => new(log.Settled, [.. log.Events]);

    // What is added has no time of its own yet.
    private static IEnumerable<RecordedEvent> WithPlaces(NegotiationLog grown, IReadOnlyList<RecordedEvent> events) =>
        events.Select(
            (recorded, place) =>
                place < grown.Events.Count ? recorded with { RecordedAt = grown.Events[place].RecordedAt } : recorded
        );

    private static string Verdict(NegotiationLog log, string stream, IReadOnlyList<NewEvent> added)
    {
        var article = stream.Split('/')[^1];
        var decision = new IntakeDecision(stream, log.FindStream(stream).Version, added, []);
        var (after, refused) = CorrectionRules.Add(log, decision);
        return string.Join(
            '\n',
            [
                $"version {decision.ExpectedVersion}",
                .. added
                    .Select(one => one.Event)
                    .OfType<ArticleVersionPublished>()
                    .Select(version => VersionRules.Refuse(log, version)),
                .. added
                    .Where(one => one.Event is Correction)
                    .Select(one => CorrectionRules.Refuse(log, one.Id, (Correction)one.Event)?.Message),
                .. refused.Select(refusal => $"{refusal.Correction.Id}: {refusal.Refusal.Message}"),
                .. ComparisonRules.NewlyUnknown(log, after, article).Select(unknown => unknown.ToString()),
                $"gives order {OrderCycles.GivesOrder(after, article)}",
            ]
        );
    }

    private static string Describe(NegotiationLog log, Question question)
    {
        var corrections = log.Timeline.Corrections;
        return string.Join(
            '\n',
            [
                $"{log.Settled.Position} {log.Definition?.Title} {log.Zone}",
                .. log.Events.Select(recorded => $"{recorded.Position} {recorded.Stream} {recorded.Version}"),
                .. log.Events.Select(recorded => $"{ReferenceEquals(log.Find(recorded.Id), recorded)}"),
                .. log.Events.Select(recorded => $"{log.FindStream(recorded.Stream).Events.Count}"),
                .. log.Timeline.Versions.Select(EventJson.Write),
                .. log.Timeline.Reports.SelectMany(Describe),
                .. corrections.All.Select(correction => $"{correction.EventId} {correction.Recorded.Position}"),
                .. log
                    .Events.SelectMany(recorded =>
                        corrections.BearingOn(recorded.Id).Concat(corrections.CoderChain(recorded.Id))
                    )
                    .Select(correction => $"{correction.EventId}"),
                .. log.Timeline.CorrectionsKnownBy(question.KnownBy).Select(correction => $"{correction.EventId}"),
                .. log.Definition is null
                    ? []
                    : Answer
                        .To(question, log)
                        .Facts.Select(fact =>
                            $"{Product.Convert(fact).Line} because {string.Join(' ', fact.Because)} "
                            + $"against {string.Join(' ', fact.Against)}"
                        ),
            ]
        );
    }

    private static IEnumerable<string> Describe(ReportHistory history) =>
        history.Revisions.Select(revision =>
            $"{history.Recorded.Id} from {revision.From}: "
            + (
                revision.Report is { } report
                    ? $"{EventJson.Write(report.Report)} of {EventJson.Write(report.Version)} known "
                        + $"{report.Publication} on "
                        + $"{report.KnownOn} revised {report.RevisedFrom} by "
                        + $"{string.Join(' ', report.Corrections)} lost "
                        + $"{report.LostCorrection} {report.Fate} of {report.TextOrigin}"
                    : "nothing"
            )
        );
}
