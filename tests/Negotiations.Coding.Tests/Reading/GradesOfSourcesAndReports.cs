using System.Text.Json;

namespace Negotiations.Coding.Tests;

public class GradesOfSourcesAndReports
{
    private const string Certainty = "certainty: 3\n";

    [Fact]
    public async Task A_source_is_graded_in_the_negotiation_s_file_by_one_or_by_several()
    {
        var one = await EntityAsync(
            "herald",
            "{ name: The Herald, id: herald }",
            "{ name: The Herald, id: herald, grade: { reliability: B, by: the desk } }"
        );
        var several = await EntityAsync(
            "ada-brill",
            "office: president of Varland,",
            "office: president of Varland, grades: [{ reliability: A, by: P, reason: always was right "
                + "}, { reliability: F, by: Q }],"
        );

        Assert.Equal([new() { Reliability = Reliability.B, By = "the desk" }], one.Grades);
        Assert.Equal(
            [
                new()
                {
                    Reliability = Reliability.A,
                    By = "P",
                    Reason = "always was right",
                },
                new() { Reliability = Reliability.F, By = "Q" },
            ],
            several.Grades
        );
    }

    [Theory]
    [InlineData("grade: { credibility: 2, by: the desk }", "2")]
    [InlineData("grade: { reliability: C, credibility: 6, by: the desk }", "C6")]
    [InlineData("grades: [{ reliability: E, by: P }, { credibility: 1, by: Q }]", "E", "1")]
    public async Task A_report_is_graded_in_its_coded_file(string grade, params string[] codes) =>
        Assert.Equal(
            codes,
            (await Coded.ReadReportAsync("keel-stays-away", Certainty, $"{Certainty}    {grade}\n")).Grades!.Select(
                read => read.Code
            )
        );

    [Theory]
    [InlineData(
        "grade: { credibility: 0, by: P }",
        "events[1].grade.credibility",
        "0 is not a number from 1 (confirmed) to 5 (improbable), or 6 (cannot be judged)"
    )]
    [InlineData("grade: { credibility: 7, by: P }", "events[1].grade.credibility", "7 is not a number from 1")]
    [InlineData("grade: { credibility: B, by: P }", "events[1].grade.credibility", "'B' is not a whole number")]
    [InlineData(
        "grade: { reliability: b, by: P }",
        "events[1].grade.reliability",
        "'b' is not one of A, B, C, D, E, F"
    )]
    [InlineData("grade: { reliability: G, by: P }", "events[1].grade.reliability", "'G' is not one of A")]
    [InlineData("grade: { credibility: 2 }", "events[1].grade", "'by' is missing")]
    [InlineData(
        "grade: { by: P }",
        "events[1].grade",
        "a grade has a reliability (A to F), a credibility (1 to 6), or both"
    )]
    [InlineData("grade: B2", "events[1].grade", "is not a mapping with fields of its own")]
    [InlineData("grade: { credibility: 2, by: P, when: now }", "events[1].grade.when", "is not a field here")]
    [InlineData(
        "grades: [{ credibility: 2, by: P }, { credibility: 3, by: P }]",
        "events[1].grades",
        "P grades the same twice"
    )]
    [InlineData(
        "grade: { credibility: 2, by: P }\n    grades: [{ credibility: 3, by: Q }]",
        "events[1].grades",
        "give either 'grade' or 'grades'"
    )]
    public async Task A_grade_that_cannot_be_read_is_named_with_its_line(string grade, string field, string message)
    {
        var article = LakeTalks.Article.With(Certainty, $"{Certainty}    {grade}\n");

        var error = Assert.Single(await Coded.ErrorsOfAsync(article));

        Assert.Equal(field, error.Field);
        Assert.Contains(message, error.Message);
        Assert.Equal(
            article.FindLine(field.EndsWith("grades", StringComparison.Ordinal) ? "grades:" : "grade:"),
            error.Line
        );
    }

    [Theory]
    [InlineData("{ by: P }", "outlets[0].grade", "'reliability' is missing")]
    [InlineData(
        "{ reliability: B, credibility: 2, by: P }",
        "outlets[0].grade.credibility",
        "is not a field here; there are reliability, by, reason"
    )]
    public async Task A_source_is_reliable_and_not_credible(string grade, string field, string message)
    {
        var negotiation = LakeTalks.Negotiation.With(
            "{ name: The Herald, id: herald }",
            $"{{ name: The Herald, id: herald, grade: {grade} }}"
        );

        var error = Assert.Single(await Coded.ErrorsOfAsync(LakeTalks.Article, negotiation));

        Assert.Equal((field, true), (error.Field, error.Message.Contains(message)));
    }

    [Fact]
    public async Task Where_nothing_is_graded_the_events_are_written_as_before()
    {
        using var lake = new Lake();
        await lake.ReplayAsync();

        Assert.All(lake.Store.Log, recorded => Assert.DoesNotContain("grade", EventJson.Write(recorded.Event)));
    }

    [Fact]
    public async Task A_grade_changes_no_fact()
    {
        using var plain = new Lake();
        using var graded = new Lake();
        graded.Change(
            "lake.yaml",
            "{ name: The Herald, id: herald }",
            "{ name: The Herald, id: herald, grade: { reliability: E, by: P } }"
        );
        graded.Change("herald.yaml", Certainty, $"{Certainty}    grade: {{ credibility: 5, by: P }}\n");
        await plain.ReplayAsync();
        await graded.ReplayAsync();

        Assert.Equal(await FactsAsync(plain), await FactsAsync(graded));
    }

    [Fact]
    public async Task A_grade_is_added_later_by_a_correction_and_not_by_an_edit()
    {
        using var lake = new Lake();
        await lake.ReplayAsync();
        lake.Change("herald.yaml", Certainty, $"{Certainty}    grade: {{ credibility: 5, by: P }}\n");

        var refused = await lake.ReplayAsync();
        await Replay.RunAsync(lake.Store, [lake.Folder.Path], edits: new EditsAsCorrections("graded", "P"));

        Assert.Contains(refused.Differences, difference =>
            difference.Field!.StartsWith("grades[0]", StringComparison.Ordinal)
        );
        var answer = await lake.Store.AnswerAsync(new Question(LakeTalks.Id));
        Assert.Equal(
            "5",
            Assert.Single(answer.Reports.Single(visible => visible.Report.Id == "keel-stays-away").Report.Grades!).Code
        );
    }

    [Fact]
    public void A_grade_is_stored_as_its_letter_and_its_number()
    {
        var json = JsonSerializer.Serialize(
            new Grade
            {
                Reliability = Reliability.B,
                Credibility = 2,
                By = "P",
            },
            EventJson.Options
        );

        Assert.Equal("""{"reliability":"B","credibility":2,"by":"P"}""", json);
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<Grade>("""{"reliability":"X","by":"P"}""", EventJson.Options)
        );
    }

    private static async Task<NamedEntity> EntityAsync(string id, string find, string replacement)
    {
        using var folder = new TemporaryFolder();
        var batch = await Coded.ReadFilesAsync(
            folder.Write("lake.yaml", LakeTalks.Negotiation.With(find, replacement))
        );
        return Assert.Single(batch.Definitions).Definition.Entities.Single(entity => entity.Id == id);
    }

    private static async Task<string> FactsAsync(Lake lake)
    {
        var answer = await lake.Store.AnswerAsync(new Question(LakeTalks.Id));
        return AnswerJson.Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var fact in answer.Facts)
                AnswerJson.WriteFact(writer, fact, answer.Zone);
            writer.WriteEndArray();
        });
    }
}
