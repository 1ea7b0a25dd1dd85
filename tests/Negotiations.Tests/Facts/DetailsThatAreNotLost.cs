using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>A detail on which the deciding report is silent comes from the last report of the same run that has
/// it.</summary>
public class DetailsThatAreNotLost
{
    // Case 1: a list of names gives neither place nor day, and takes nothing away.
    [Fact]
    public void A_bare_repetition_never_empties_a_value()
    {
        var fact = Sample
            .History(
                Comes("2031-04-02", "own-word", "Merin", "2031-04-09"),
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<DelegationNamed>("list", r =>
                        r.By(AdaBrill) with
                        {
                            Side = Varland,
                            DelegationSide = Varland,
                            Members = [AdaBrill],
                        }
                    )
            )
            .Fact("attendance/ada-brill");

        Assert.Equal("""{"status":"confirmed","destination":"Merin","date":"2031-04-09"}""", fact.Value);
        Assert.Equal(["own-word", "list"], fact.Because);
        Assert.Equal(["date: own-word", "destination: own-word"], fact.DetailFrom);
    }

    [Theory]
    // What the last report says counts, and what it leaves out comes from the last that says it.
    [InlineData("Merin 2031-04-09 | - -", "Merin", "2031-04-09")]
    [InlineData("- 2031-04-09 | Merin -", "Merin", "2031-04-09")]
    [InlineData("Sund - | Merin - | - 2031-04-09", "Merin", "2031-04-09")]
    // The more precise is shown, whoever was last.
    [InlineData("Merin-Hall,-Merin - | Merin -", "Merin Hall, Merin", null)]
    // Another day or place is another plan, of which nothing is taken over.
    [InlineData("Merin 2031-04-09 | - 2031-04-10", null, "2031-04-10")]
    [InlineData("Merin 2031-04-09 | Sund -", "Sund", null)]
    public void Each_detail_comes_from_the_last_report_that_has_it_and_does_not_contradict(
        string said,
        string? destination,
        string? date
    )
    {
        var articles = said.Split(" | ")
            .Select(words => words.Split(' '))
            .Select(
                (words, index) =>
                    Comes(
                        $"2031-04-0{index + 1}",
                        $"{index}",
                        words[0] == "-" ? null : words[0].Replace('-', ' '),
                        words[1] == "-" ? null : words[1]
                    )
            );
        var value = Sample.History([.. articles]).Fact("attendance/ada-brill").Value;

        Assert.Equal(
            $$"""{"status":"confirmed"{{Part("destination", destination)}}{{Part("date", date)}}}""",
            Ordered(value)
        );

        static string Part(string name, string? detail) => detail is null ? "" : $",\"{name}\":\"{detail}\"";
    }

    [Fact]
    public void Nothing_is_taken_from_before_another_status()
    {
        var fact = Sample
            .History(
                Comes("2031-04-01", "first", "Merin", "2031-04-09"),
                Sample
                    .Article("evening-post", "2031-04-02")
                    .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill }),
                Comes("2031-04-03", "again", destination: null, date: null)
            )
            .Fact("attendance/ada-brill");

        Assert.Equal("""{"status":"confirmed"}""", fact.Value);
        Assert.Empty(fact.DetailFrom);
    }

    [Fact]
    public void What_somebody_else_adds_does_not_become_the_word_of_the_side()
    {
        var fact = Sample
            .History(
                Comes("2031-04-01", "own", destination: null, date: null),
                Sample
                    .Article("evening-post", "2031-04-02")
                    .Says<AttendanceConfirmed>("others", r =>
                        r.ByOutsider(TomasKeel).WithAct("own") with
                        {
                            Person = AdaBrill,
                            Destination = "Merin",
                        }
                    )
            )
            .Fact("attendance/ada-brill");

        Assert.Equal("""{"status":"confirmed"}""", fact.Value);
        Assert.Empty(fact.DetailFrom);
    }

    [Fact]
    public void A_report_that_is_known_later_gives_nothing_to_an_earlier_answer()
    {
        var history = Sample.History(
            Comes("2031-04-01", "first", destination: null, date: null),
            Comes("2031-04-05", "second", "Merin", date: null)
        );

        Assert.Equal("""{"status":"confirmed"}""", history.Fact("attendance/ada-brill", knownBy: "2031-04-04").Value);
    }

    // Details in a fixed order: a detail that is taken over stands after those of the deciding report.
    private static string Ordered(string value)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(value)!.AsObject();
        return new System.Text.Json.Nodes.JsonObject(
            new[] { "status", "destination", "date" }
                .Where(json.ContainsKey)
                .Select(name => KeyValuePair.Create(name, json[name]?.DeepClone()))
        ).ToJsonString();
    }

    private static SampleArticle Comes(string published, string id, string? destination, string? date) =>
        Sample
            .Article("morning-herald", published, id)
            .Says<AttendanceConfirmed>(id, r =>
                r.By(AdaBrill) with
                {
                    Person = AdaBrill,
                    Destination = destination,
                    Date = date is null ? null : Edtf.Parse(date),
                }
            );
}
