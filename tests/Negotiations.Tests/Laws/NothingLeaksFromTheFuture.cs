using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 1: what became known after a time changes no answer with a bound on the known clock up to it.</summary>
public sealed class NothingLeaksFromTheFuture(ITestOutputHelper output)
{
    [Fact]
    public void In_any_answer_on_random_histories() =>
        new Trials(output).Hold(SameWithoutTheFuture, AnswerWithoutWhatMayHaveBeenOut);

    [Fact]
    public void Entries_at_the_time_of_their_version_are_found() =>
        new Trials(output).Find(
            "entries at the time of their version",
            SameWithoutTheFuture,
            new EntriesAtTheTimeOfTheirVersion().Answer
        );

    [Fact]
    public void Dates_from_the_future_are_found() =>
        new Trials(output).Find("dates from the future", SameWithoutTheFuture, new DatesFromTheFuture().Answer);

    [Fact]
    public void Text_order_from_the_future_is_found() =>
        new Trials(output).Find(
            "text order from the future",
            SameWithoutTheFuture,
            new TextOrderFromTheFuture().Answer
        );

    [Fact]
    public void Origins_from_the_future_are_found() =>
        new Trials(output).Find("origins from the future", SameWithoutTheFuture, new OriginsFromTheFuture().Answer);

    [Fact]
    public void Notices_from_the_future_are_found() =>
        new Trials(output).Find("notices from the future", SameWithoutTheFuture, new NoticesFromTheFuture().Answer);

    [Fact]
    public void Notices_withdrawn_in_the_future_are_found() =>
        new Trials(output).Find(
            "notices withdrawn in the future",
            SameWithoutTheFuture,
            new UndosFromTheFuture().Answer
        );

    [Fact]
    public void Links_from_the_future_are_found() =>
        new Trials(output).Find("links from the future", SameWithoutTheFuture, new LinksFromTheFuture().Answer);

    [Fact]
    public void Reports_replaced_before_the_new_one_is_known_are_found() =>
        new Trials(output).Find(
            "reports replaced before the new one is known",
            SameWithoutTheFuture,
            new ReplacedFromTheVersionOn().Answer
        );

    /// <summary>
    /// An answer of the product without the articles that it leaves out and that may have come out before: these became
    /// known after the bound, by the time that is assumed, and the answer says so. "Known after" means for certain.
    /// </summary>
    internal static Answered AnswerWithoutWhatMayHaveBeenOut(IReadOnlyList<RecordedEvent> log, Question question)
    {
        var answer = Product.AnswerTo(log, question);
        return Product.Convert(
            answer with
            {
                Answered = answer.Answered with
                {
                    Assumptions = [.. answer.Assumptions.Where(assumption => !assumption.IsLeftOut)],
                },
            }
        );
    }

    internal static string? SameWithoutTheFuture(Trial trial, AnswerFunction answering)
    {
        var history = trial.History;
        if (history.KnownTimes.Count == 0)
            return null;
        var question = trial.Question with { KnownBy = trial.Question.KnownBy ?? trial.Dice.Pick(history.KnownTimes) };
        var (withIt, without) = (
            answering(history.Log, question),
            answering(WithoutTheFuture(history, question.KnownBy.Value), question)
        );
        return withIt.Whole == without.Whole
            ? null
            : $"what became known after {question.KnownBy} changed the answer\nfrom {without.Whole}\nto  "
                + $" {withIt.Whole}";
    }

    private static List<RecordedEvent> WithoutTheFuture(History history, Instant time)
    {
        var record = new PlainRecord(history.Log);
        var future = history
            .Log.Where(recorded =>
                recorded.Event switch
                {
                    Report => record.Reports.FindPublication(recorded).Time > time,
                    Correction { By: CorrectionBy.Publisher } => record.Corrections.FindNoticeTime(recorded.Id) > time,
                    _ => false,
                }
            )
            .Select(recorded => recorded.Event)
            .ToList();
        var reports = history
            .Reports.Except(future)
            .Cast<Report>()
            .Select(report => (report.Article, report.Version))
            .ToHashSet();
        var linked = history.Corrections.OfType<ArticlesLinked>().Select(link => link.Target).ToHashSet();
        var known = record
            .Reports.Versions.Where(version => version.Published.Time <= time)
            .Select(version => version.Article)
            .ToHashSet();
        // An entry of a live blog can be known before the version that holds it, and an article that is linked by
        // another
        // version than the one that the link names; neither is anything without that version.
        future.AddRange(
            history
                .Log.Where(recorded =>
                    recorded.Event is ArticleVersionPublished version
                    && record.Corrections.ResolvePublication(recorded.Id, version.Published).Time > time
                    && !reports.Contains((version.Article, version.Version))
                    && !(linked.Contains(recorded.Id) && known.Contains(version.Article))
                )
                .Select(recorded => recorded.Event)
        );
        var remaining = RecordedPlaces.Without(history.Intake, future).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. history.Log.Where(recorded => remaining.Contains(recorded.Event))];
    }
}
