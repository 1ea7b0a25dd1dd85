using System.Text.Json.Nodes;
using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class AnswersAsJson
{
    private static readonly History History = Sample.History(
        Sample
            .Article("morning-herald", "2031-04-02T09:30")
            .Says<TalksOffered>("offers", r =>
                r.By(AdaBrill) with
                {
                    Side = Varland,
                    Form = "direct",
                    Venues = ["Merin"],
                    Date = Edtf.Parse("2031-04-09"),
                }
            )
            .Says<TalksUrged>("urges", r => r.ByOutsider(Merin).Undated() with { Actor = Merin, UrgedAction = "meet" }),
        Sample
            .Article("evening-post", "2031-04-03")
            .Assumed("Only the day is given.", "2031-04-03T06:00", "2031-04-03")
            .Says<AttendanceDeclined>("declines", r =>
                r.By(TomasKeel).On("[2031-04-02,2031-04-03]") with
                {
                    Person = TomasKeel,
                    Kind = AbsenceKind.Announced,
                }
            )
            .Says<AttendanceReported>("rumour", r =>
                r.ByUnnamed("two diplomats").As(Modality.Reported) with
                {
                    Person = TomasKeel,
                    Sources = "two diplomats",
                }
            )
    );

    [Fact]
    public void The_answer_to_a_small_history_is_the_one_on_file() =>
        Assert.Equal(OnFile("small-history.json"), AnswerJson.Write(History.Ask(knownBy: "2031-04-03")) + "\n");

    [Fact]
    public void Facts_and_what_they_stand_on_are_the_same_whichever_question_leads_to_them()
    {
        var one = Parse(Answer.To(new(Sample.Talks), History.Log));
        var other = Parse(
            Answer.To(new(Sample.Talks, RecordedBy: new RecordedBound.AtPosition(History.Events.Count)), History.Log)
        );

        Assert.Equal(one["facts"]!.ToJsonString(), other["facts"]!.ToJsonString());
        Assert.Equal(one["answered"]!.ToJsonString(), other["answered"]!.ToJsonString());
        Assert.NotEqual(one["asked"]!.ToJsonString(), other["asked"]!.ToJsonString());
    }

    [Fact]
    public void The_bounds_are_echoed_in_the_zone_of_the_talks()
    {
        var question = new Question(
            Sample.Talks,
            Sample.Time("2031-04-03"),
            Sample.Time("2031-01-02T18:00"),
            new RecordedBound.AtTime(Sample.Time("2031-05-01T12:00"))
        );

        Assert.Equal(
            """
            {"knownBy":"2031-04-03T23:59:59.999999+03:00","happenedBy":"2031-01-02T18:00:00+02:00",
            "recordedBy":"2031-05-01T12:00:00+03:00"}
            """.ReplaceLineEndings(""),
            Parse(Answer.To(question, History.Log))["asked"]!.ToJsonString(EventJson.Options)
        );
    }

    [Fact]
    public void A_position_is_echoed_as_a_number_and_no_bound_as_null() =>
        Assert.Equal(
            """{"knownBy":null,"happenedBy":null,"recordedBy":4}""",
            Parse(Answer.To(new(Sample.Talks, RecordedBy: new RecordedBound.AtPosition(4)), History.Log))[
                "asked"
            ]!.ToJsonString()
        );

    [Fact]
    public void Before_any_report_there_are_no_facts()
    {
        var json = Parse(Answer.To(new(Sample.Talks), History.LogAt(1)));

        Assert.Equal("[]", json["facts"]!.ToJsonString());
        Assert.Equal(1, (int)json["answered"]!["position"]!);
    }

    private static JsonNode Parse(Answer answer) => JsonNode.Parse(AnswerJson.Write(answer))!;

    private static string OnFile(string name) =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "Negotiations.Tests", "Questions", name));
}
