using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 1: what became known after a time changes no answer with a bound on the known clock up to it.</summary>
public sealed class NothingLeaksFromTheFuture(ITestOutputHelper output)
{
    [Fact]
    public void In_any_answer_on_random_histories() => new Trials(output).Hold(SameWithoutTheFuture, Product.Answer);

    [Fact]
    public void Entries_at_the_time_of_their_version_are_found() =>
        new Trials(output).Find("entries at the time of their version", SameWithoutTheFuture, new EntriesAtTheTimeOfTheirVersion().Answer);

    [Fact]
    public void Dates_from_the_future_are_found() =>
        new Trials(output).Find("dates from the future", SameWithoutTheFuture, new DatesFromTheFuture().Answer);

    [Fact]
    public void Text_order_from_the_future_is_found() =>
        new Trials(output).Find("text order from the future", SameWithoutTheFuture, new TextOrderFromTheFuture().Answer);

    [Fact]
    public void Origins_from_the_future_are_found() =>
        new Trials(output).Find("origins from the future", SameWithoutTheFuture, new OriginsFromTheFuture().Answer);

    internal static string? SameWithoutTheFuture(Trial trial, Answering answering)
    {
        var history = trial.History;
        if (history.KnownTimes.Count == 0) return null;
        var question = trial.Question with { KnownBy = trial.Question.KnownBy ?? trial.Dice.Pick(history.KnownTimes) };
        var (withIt, without) = (answering(history.Log, question), answering(WithoutTheFuture(history, question.KnownBy.Value), question));
        return withIt.Whole == without.Whole
            ? null
            : $"what became known after {question.KnownBy} changed the answer\nfrom {without.Whole}\nto   {withIt.Whole}";
    }

    private static List<RecordedEvent> WithoutTheFuture(History history, Instant time)
    {
        var reports = history.Reports.Where(report => history.KnownFrom(report) <= time).ToHashSet();
        // An entry of a live blog can be known before the version that holds it; it is nothing without that version.
        var versions = reports.Select(history.VersionOf).ToHashSet();
        return [.. history.Log.Where(recorded => recorded.Event switch
        {
            Report report => reports.Contains(report),
            ArticleVersionPublished version => version.Published.Time <= time || versions.Contains(version),
            _ => true,
        })];
    }
}
