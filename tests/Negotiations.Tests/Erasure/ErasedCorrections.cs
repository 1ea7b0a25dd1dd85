using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>What erasing a correction, a version or a definition comes to.</summary>
public class ErasedCorrections
{
    private const string Herald = "morning-herald";
    private const string Attendance = "attendance/ada-brill";

    [Fact]
    public void An_erased_correction_is_as_if_it_was_not_there_and_the_fact_says_so()
    {
        var history = Declines().Correct(Correcting.Coder(Herald, Correcting.Report(Herald, "declines"), "month").Changing("""{"happened":"2031-03-02"}"""));

        var fact = FactOf(Erased(history, Correcting.Correction(Herald, "month")));

        Assert.Equal("2031-04-02", fact.Happened.Text);
        Assert.Equal(["erased"], fact.Flags);
        Assert.Empty(fact.Corrections);
    }

    [Fact]
    public void What_was_built_on_an_erased_correction_counts_on_also_for_positions_before_the_erasure()
    {
        var history = Declines()
            .Correct(Correcting.Coder(Herald, Correcting.Report(Herald, "declines"), "month").Changing("""{"happened":"2031-03-02"}"""))
            .Correct(Correcting.Coder(Herald, Correcting.Report(Herald, "declines"), "sure", on: "month").Changing("""{"standing":"other"}"""));

        var events = Erased(history, Correcting.Correction(Herald, "month"));

        foreach (var position in new[] { events.Count, history.Events.Count })
        {
            var fact = FactOf([.. events.Take(position)]);
            Assert.Equal(("2031-04-02", Standing.Other), (fact.Happened.Text, fact.Standing));
            Assert.Equal(["corrected", "erased"], fact.Flags);
        }
    }

    [Fact]
    public void An_erased_time_of_publication_flags_every_report_of_the_version()
    {
        var history = Declines().Correct(new PublicationCorrected(Correcting.Coder(Herald, Correcting.Version(Herald), "earlier"))
        {
            Published = new(Sample.Time("2031-04-01"), PublicationBasis.Stated),
        });

        Assert.Equal(["erased"], FactOf(Erased(history, Correcting.Correction(Herald, "earlier"))).Flags);
    }

    [Fact]
    public void Corrections_go_with_the_report_that_they_repeat_and_undos_with_the_correction()
    {
        var history = Declines()
            .Correct(Correcting.Coder(Herald, Correcting.Report(Herald, "declines"), "month").Changing("""{"happened":"2031-03-02"}"""))
            .Correct(Correcting.Coder(Herald, Correcting.Correction(Herald, "month"), "undone").Undoing());

        var plan = PlanOf(history, Correcting.Report(Herald, "declines"));

        Assert.Equal(
            [$"{Herald}#declines", $"{Herald}!month", $"{Herald}!undone"], plan.Events.Select(recorded => ShortForm.Of(recorded.Event)));
        Assert.DoesNotContain(Answer.To(new(Sample.Talks), LogOf(Erasing.In(history.Events, plan))).Facts, fact => fact.Key.Contains("ada-brill"));
    }

    [Fact]
    public void What_every_answer_needs_is_not_erased()
    {
        var history = Declines();

        Assert.Contains("which every answer needs", PlanOf(history, history.Events[0].Id).Refusal);
        Assert.Contains($"erase them first: {Herald}@v1#declines", PlanOf(history, Correcting.Version(Herald)).Refusal);
    }

    [Fact]
    public void A_version_goes_once_its_reports_have_gone()
    {
        var events = Erased(Declines(), Correcting.Report(Herald, "declines"));

        var plan = ErasurePlan.Of(LogOf(events), events.First(recorded => recorded.Id == Correcting.Version(Herald)));

        var answer = Answer.To(new(Sample.Talks), LogOf(Erasing.In(events, plan)));
        Assert.Equal((0, 0, 2), (answer.Articles, answer.Facts.Count, answer.Erased));
        Assert.Contains("\"erased\": 2", AnswerJson.Write(answer));
        Assert.Contains("2 events of this record were erased", AnswerJson.Write(answer));
    }

    [Fact]
    public void Erasing_twice_and_erasing_the_erasure_are_refused()
    {
        var events = Erased(Declines(), Correcting.Report(Herald, "declines"));

        Assert.Contains("by the officer: a request", ErasurePlan.Of(LogOf(events), EventText.Find($"{Herald}#declines", events)).Refusal);
        Assert.Contains("that stays", ErasurePlan.Of(LogOf(events), events[^1]).Refusal);
    }

    [Fact]
    public void Nothing_is_corrected_that_was_erased()
    {
        var events = Erased(Declines(), Correcting.Report(Herald, "declines"));
        var correction = Correcting.Coder(Herald, Correcting.Report(Herald, "declines"), "late").Retracting();

        Assert.Contains("there is nothing left to correct", CorrectionCheck.Refuse(LogOf(events), Guid.NewGuid(), correction)!.Message);
    }

    private static History Declines() =>
        Sample.History(Sample.Article(Herald, "2031-04-02").Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill }));

    private static ErasurePlan PlanOf(History history, Guid id) => ErasurePlan.Of(history.Log, history.Events.First(recorded => recorded.Id == id));

    private static IReadOnlyList<RecordedEvent> Erased(History history, Guid id) => Erasing.In(history.Events, PlanOf(history, id));

    private static NegotiationLog LogOf(IReadOnlyList<RecordedEvent> events) => new(new(events[^1].Position, events[^1].RecordedAt), events);

    private static Fact FactOf(IReadOnlyList<RecordedEvent> events) =>
        Answer.To(new(Sample.Talks), LogOf(events)).Facts.Single(fact => fact.Key == $"{Sample.Round}/{Attendance}");
}
