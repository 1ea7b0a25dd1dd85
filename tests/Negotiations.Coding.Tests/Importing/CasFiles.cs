namespace Negotiations.Coding.Tests;

public class CasFiles
{
    [Fact]
    public void Layers_with_their_features_and_slots_become_proposals()
    {
        var draft = Imports.Read("quay.json", Quay.Cas, Imports.ActMapping);

        Assert.Equal(["TalksOffered", "TalksRejected"], draft.Events.Select(one => one.Find("type")));
        Assert.Equal([Quay.Offer, Quay.Refusal], draft.Events.Select(one => one.Find("evidence")));
        Assert.Equal("Norland", draft.Events[0].Find("actor"));
        Assert.Equal("André Sund", draft.Events[0]["chain"]![0]!["words"]!.ToString());
        Assert.Equal([("webanno.custom.Who", 2)], draft.LeftOut.Select(left => (left.Label, left.Count)));
    }

    [Fact]
    public void Where_the_text_is_in_no_file_of_its_own_evidence_is_positions_in_the_normalised_text()
    {
        var draft = Imports.Read("quay.json", Quay.Cas, Imports.ActMapping, withText: false);

        Assert.Equal(
            [Quay.Position(Quay.Offer), Quay.Position(Quay.Refusal)],
            draft.Events.Select(one => one.Find("evidence"))
        );
        Assert.Equal(Quay.Position(Quay.Speaker), draft.Events[0]["chain"]![0]!["at"]!.ToString());
        Assert.Equal(new NormalisedText(Quay.Raw).Value, draft.Text!.Value);
    }

    [Fact]
    public void A_relation_leads_from_its_governor()
    {
        var draft = Imports.Read(
            "quay.json",
            Quay.Cas,
            "events: [{label: Act, where: {kind: refusal}, type: TalksRejected, "
                + "evidence: {from: [words, Because/reason]}}]"
        );

        Assert.Equal(
            [Quay.Refusal, Quay.Offer],
            Assert.Single(draft.Events)["evidence"]!.AsArray().Select(one => one!.ToString())
        );
    }

    [Fact]
    public void Another_text_than_that_of_the_file_is_refused_with_the_place()
    {
        var error = Imports.Refuse("quay.json", Quay.Cas.Replace("offered", "awarded"), Imports.ActMapping)[0];

        Assert.Equal("%FEATURE_STRUCTURES[0].sofaString", error.Field);
        Assert.Contains("is not the text of 'quay.txt': they differ after 22 characters, at line 2", error.Message);
    }

    [Theory]
    [InlineData("\"begin\" : 15, \"end\" : 46", "\"begin\" : 15, \"end\" : 4600", "%FEATURE_STRUCTURES[2].end")]
    [InlineData("\"begin\" : 15, \"end\" : 46", "\"begin\" : -1, \"end\" : 46", "%FEATURE_STRUCTURES[2].begin")]
    [InlineData(
        "\"begin\" : 15, \"end\" : 46",
        "\"begin\" : 99999999999, \"end\" : 46",
        "%FEATURE_STRUCTURES[2].begin"
    )]
    [InlineData("\"begin\" : 15, \"end\" : 46", "\"begin\" : \"x\", \"end\" : 46", "%FEATURE_STRUCTURES[2].begin")]
    [InlineData("\"@roles\" : 7", "\"@roles\" : 70", "%FEATURE_STRUCTURES[2].@roles")]
    public void A_wrong_value_is_named_with_its_line(string value, string wrong, string field)
    {
        Assert.Contains(value, Quay.Cas);

        var error = Imports.Refuse("quay.json", Quay.Cas.Replace(value, wrong), Imports.ActMapping)[0];

        Assert.Equal(field, error.Field);
        Assert.InRange(error.Line, 9, 12);
    }

    [Theory]
    [InlineData("{\"%FEATURE_STRUCTURES\": [", "not well-formed JSON")]
    [InlineData("{\"%FEATURE_STRUCTURES\": []}", "has no text")]
    [InlineData("{\"%TYPES\": {}}", "nothing is annotated")]
    [InlineData(
        "{\"%FEATURE_STRUCTURES\": [{\"%TYPE\": \"uima.cas.Sofa\", \"sofaString\": \"\\ud800\"}]}",
        "half a character"
    )]
    [InlineData(
        "{\"%FEATURE_STRUCTURES\": [{\"%TYPE\": \"uima.cas.Sofa\", \"sofaString\": \"a \\uffff b\"}]}",
        "U+FFFF, which no text can have"
    )]
    public void A_broken_document_is_an_error(string content, string message) =>
        Assert.Contains(message, Imports.Refuse("quay.json", content, Imports.ActMapping)[0].Message);

    [Fact]
    public void Deep_nesting_is_an_error()
    {
        var deep = new string('[', 100_000);

        Assert.Contains("not well-formed", Imports.Refuse("quay.json", deep, Imports.ActMapping)[0].Message);
    }
}
