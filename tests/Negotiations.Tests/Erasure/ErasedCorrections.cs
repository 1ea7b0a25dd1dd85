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
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "month")
                    .Changing("""{"happened":"2031-03-02"}""")
            );

        var fact = FindFact(Erased(history, SampleCorrections.Correction(Herald, "month")));

        Assert.Equal("2031-04-02", fact.Happened.Text);
        Assert.Equal(["erased"], fact.Flags);
        Assert.Empty(fact.Corrections);
    }

    [Fact]
    public void What_was_built_on_an_erased_correction_counts_on_also_for_positions_before_the_erasure()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "month")
                    .Changing("""{"happened":"2031-03-02"}""")
            )
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "sure", on: "month")
                    .Changing("""{"standing":"other"}""")
            );

        var events = Erased(history, SampleCorrections.Correction(Herald, "month"));

        foreach (var position in new[] { events.Count, history.Events.Count })
        {
            var fact = FindFact([.. events.Take(position)]);
            Assert.Equal(("2031-04-02", Standing.Other), (fact.Happened.Text, fact.Standing));
            Assert.Equal(["corrected", "erased"], fact.Flags);
        }
    }

    [Fact]
    public void An_erased_time_of_publication_flags_every_report_of_the_version()
    {
        var history = Declines()
            .Correct(
                new PublicationCorrected(SampleCorrections.Coder(Herald, SampleCorrections.Version(Herald), "earlier"))
                {
                    Published = new(Sample.Time("2031-04-01"), PublicationBasis.Stated),
                }
            );

        Assert.Equal(["erased"], FindFact(Erased(history, SampleCorrections.Correction(Herald, "earlier"))).Flags);
    }

    [Fact]
    public void Corrections_go_with_the_report_that_they_repeat_and_undos_with_the_correction()
    {
        var history = Declines()
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "month")
                    .Changing("""{"happened":"2031-03-02"}""")
            )
            .Correct(
                SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "month"), "undone").Undoing()
            );

        var plan = CreatePlan(history, SampleCorrections.Report(Herald, "declines"));

        Assert.Equal(
            [$"{Herald}#declines", $"{Herald}!month", $"{Herald}!undone"],
            plan.Events.Select(recorded => EventReference.Format(recorded.Event))
        );
        Assert.DoesNotContain(
            Answer.To(new(Sample.Talks), CreateLog(SampleErasure.In(history.Events, plan))).Facts,
            fact => fact.Key.Contains("ada-brill")
        );
    }

    [Fact]
    public void What_every_answer_needs_is_not_erased()
    {
        var history = Declines();

        Assert.Contains("which every answer needs", CreatePlan(history, history.Events[0].Id).Refusal);
        Assert.Contains(
            $"erase them first: {Herald}@v1#declines",
            CreatePlan(history, SampleCorrections.Version(Herald)).Refusal
        );
    }

    [Fact]
    public void A_version_goes_once_its_reports_have_gone()
    {
        var events = Erased(Declines(), SampleCorrections.Report(Herald, "declines"));

        var plan = ErasurePlan.Create(
            CreateLog(events),
            events.First(recorded => recorded.Id == SampleCorrections.Version(Herald))
        );

        var answer = Answer.To(new(Sample.Talks), CreateLog(SampleErasure.In(events, plan)));
        Assert.Equal((0, 0, 2), (answer.Articles, answer.Facts.Count, answer.Erased));
        Assert.Contains("\"erased\": 2", AnswerJson.Write(answer));
        Assert.Contains("2 events of this record were erased", AnswerJson.Write(answer));
    }

    [Fact]
    public void Erasing_twice_and_erasing_the_erasure_are_refused()
    {
        var events = Erased(Declines(), SampleCorrections.Report(Herald, "declines"));

        Assert.Contains(
            "by the officer: a request",
            ErasurePlan.Create(CreateLog(events), EventFinder.Find($"{Herald}#declines", events)).Refusal
        );
        Assert.Contains("that stays", ErasurePlan.Create(CreateLog(events), events[^1]).Refusal);
    }

    [Fact]
    public void Nothing_is_corrected_that_was_erased()
    {
        var events = Erased(Declines(), SampleCorrections.Report(Herald, "declines"));
        var correction = SampleCorrections
            .Coder(Herald, SampleCorrections.Report(Herald, "declines"), "late")
            .Retracting();

        Assert.Contains(
            "there is nothing left to correct",
            CorrectionRules.Refuse(CreateLog(events), Guid.NewGuid(), correction)!.Message
        );
    }

    private static History Declines() =>
        Sample.History(
            Sample
                .Article(Herald, "2031-04-02")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );

    private static ErasurePlan CreatePlan(History history, Guid id) =>
        ErasurePlan.Create(history.Log, history.Events.First(recorded => recorded.Id == id));

    private static IReadOnlyList<RecordedEvent> Erased(History history, Guid id) =>
        SampleErasure.In(history.Events, CreatePlan(history, id));

    private static NegotiationLog CreateLog(IReadOnlyList<RecordedEvent> events) =>
        new(new(events[^1].Position, events[^1].RecordedAt), events);

    private static Fact FindFact(IReadOnlyList<RecordedEvent> events) =>
        Answer
            .To(new(Sample.Talks), CreateLog(events))
            .Facts.Single(fact => fact.Key == $"{Sample.Round}/{Attendance}");
}
