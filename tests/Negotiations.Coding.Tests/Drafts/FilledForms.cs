namespace Negotiations.Coding.Tests;

public class FilledForms
{
    private static readonly DraftFile Draft = DraftFile.Read(
        new SubmittedFile(
            "draft.yaml",
            """
            format: 2
            article: quay
            text: quay.txt   # the text
            events:

              - id: offer
                type: TalksOffered
                actor: [Norland, Suderland]
                details: {form: direct talks, venues: [Port Halden, "Pier: house"]}
                chain:
                  - {name: Mary Sund, words: the minister}
                  - Port Wire
                evidence: ["Ms Sund said #2", 17-242]
                summary: "A sentence: with a colon."   # kept
                proposed: {by: rule talks-offered/1}

              - id: second
                type: TalksHeld
                evidence: They met
                summary: They met.
            covers: 2031-04-01
            """
        )
    );

    [Fact]
    public void A_report_is_read_as_texts_a_line_for_each_item_of_a_list()
    {
        var texts = Draft.ReadForm(0);

        Assert.Equal("Norland; Suderland", texts["actor"]);
        Assert.Equal("Port Halden\nPier: house", texts["details.venues"]);
        Assert.Equal("{name: Mary Sund, words: the minister}\nPort Wire", texts["chain"]);
        Assert.Equal("Ms Sund said #2\n17-242", texts["evidence"]);
        Assert.False(texts.ContainsKey("target"));
    }

    [Fact]
    public void A_form_that_is_sent_as_it_was_read_changes_nothing() =>
        Assert.Equal(Draft.Text, Draft.Fill(0, Draft.ReadForm(0)).Text);

    [Fact]
    public void Only_what_was_changed_is_written_anew_and_the_proposal_is_edited()
    {
        var filled = Draft.Fill(0, With(0, ("happened", "2031-04-02"), ("details.venues", "The Chandlery")));

        Assert.Contains("happened: 2031-04-02", filled.Text.Replace("'", "", StringComparison.Ordinal));
        Assert.Equal("The Chandlery", filled.ReadForm(0)["details.venues"]);
        Assert.Equal("direct talks", filled.ReadForm(0)["details.form"]);
        Assert.Contains("summary: \"A sentence: with a colon.\"   # kept", filled.Text);
        Assert.Contains("text: quay.txt   # the text", filled.Text);
        Assert.True(filled.Events[0].IsEdited);
    }

    [Theory]
    [InlineData("[not a list")]
    [InlineData("\"quoted\" and more")]
    [InlineData("# no comment")]
    [InlineData("- no item")]
    [InlineData("a: b")]
    [InlineData("2031-04-02")]
    [InlineData("true")]
    public void What_is_typed_is_a_text_whatever_YAML_would_see_in_it(string typed)
    {
        var filled = Draft.Fill(0, With(0, ("summary", typed), ("others", typed)));

        Assert.Equal(typed, filled.ReadForm(0)["summary"]);
        Assert.Equal(typed, filled.ReadForm(0)["others"]);
    }

    [Fact]
    public void A_brace_that_is_not_closed_is_refused_at_its_field() =>
        Assert.Equal(
            "chain",
            Assert.Throws<FieldFormatException>(() => Draft.Fill(0, With(0, ("chain", "{name: Mary Sund")))).Field
        );

    [Theory]
    [InlineData("chain", "{{x}}")]
    [InlineData("summary", "{{x}}")]
    public void A_field_whose_name_is_no_word_is_refused_where_it_stands(string field, string typed) =>
        Assert.Equal(
            field,
            Assert.Throws<FieldFormatException>(() => Draft.Fill(0, With(0, (field, typed)))).Field
        );

    [Fact]
    public void Details_of_another_type_go_with_it()
    {
        var filled = Draft.Fill(0, With(0, ("type", "TalksHeld")));

        Assert.Equal("direct talks", filled.ReadForm(0).GetValueOrDefault("details.form", ""));
        Assert.DoesNotContain("venues", filled.Text);
    }

    [Fact]
    public void An_actor_that_is_emptied_is_nobody() =>
        Assert.Contains("actor: null", Draft.Fill(0, With(0, ("actor", ""))).Text);

    [Fact]
    public void A_report_is_deleted_and_everything_else_stays()
    {
        var one = Draft.Remove(0);
        Assert.Equal(["second"], one.Events.Select(report => report.Id));
        Assert.Contains("covers: 2031-04-01", one.Text);
        Assert.Contains("text: quay.txt   # the text", one.Text);

        var none = one.Remove(0);
        Assert.Empty(none.Events);
        Assert.Contains("covers: 2031-04-01", none.Text);
        Assert.Equal(
            ["third"],
            none.AddFilled("third", new Dictionary<string, string> { ["type"] = "TalksHeld" })
                .Events.Select(report => report.Id)
        );
    }

    [Fact]
    public void Proposals_that_are_open_or_rejected_are_no_reports()
    {
        Assert.Equal(["second"], Draft.SelectAccepted().Events.Select(report => report.Id));
        Assert.Equal(
            ["offer", "second"],
            Draft.Decide(0, ReviewDecision.Accepted, "Ines").SelectAccepted().Events.Select(report => report.Id)
        );
        Assert.Equal(
            ["second"],
            Draft.Decide(0, ReviewDecision.Rejected, "Ines").SelectAccepted().Events.Select(report => report.Id)
        );
    }

    [Fact]
    public void The_top_of_a_file_is_changed_line_by_line()
    {
        var changed = Draft.SetTop(
            new Dictionary<string, System.Text.Json.Nodes.JsonNode?>
            {
                ["covers"] = null,
                ["title"] = "A: title",
                ["article"] = "quay",
            }
        );

        Assert.DoesNotContain("covers", changed.Text);
        Assert.Equal("A: title", changed.FindTop("title"));
        Assert.Contains("text: quay.txt   # the text", changed.Text);
        Assert.Equal(["offer", "second"], changed.Events.Select(report => report.Id));
    }

    [Theory]
    [InlineData("summary", "a: b", "a: b")]
    [InlineData("summary", "[a", "\"[a\"")]
    [InlineData("others", "A. Reader\nthe “quay”, north", "[A. Reader, 'the “quay”, north']")]
    [InlineData("certainty", "5", "5")]
    [InlineData("target", "", "null")]
    public void A_value_for_a_correction_is_written_as_somebody_would_type_it(
        string name,
        string typed,
        string written
    ) =>
        Assert.Equal(
            written,
            ReportForm.WriteValue(ReportForm.ListFields("TalksOffered").First(field => field.Name == name), typed)
        );

    private static Dictionary<string, string> With(int place, params (string Name, string Value)[] fields)
    {
        var texts = new Dictionary<string, string>(Draft.ReadForm(place), StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            texts[name] = value;
        return texts;
    }
}
