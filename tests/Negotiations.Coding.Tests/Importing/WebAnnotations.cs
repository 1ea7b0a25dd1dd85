namespace Negotiations.Coding.Tests;

public class WebAnnotations
{
    [Fact]
    public void Tags_and_lines_of_the_note_become_a_proposal()
    {
        var draft = Imports.Read("notes.json", Quay.Hypothesis, Imports.TagMapping);

        var offer = Assert.Single(draft.Events);
        Assert.Equal(
            ("TalksOffered", "Norland", "Suderland", "asserted"),
            (offer.Find("type"), offer.Find("actor"), offer.Find("target"), offer.Find("modality"))
        );
        Assert.Equal(Quay.Offer, offer.Find("evidence"));
        Assert.Contains(draft.LeftOut, left => left is { Label: "said", Count: 1 });
        Assert.Contains(draft.LeftOut, left => left.Reason == "answers another annotation");
    }

    [Fact]
    public void Words_that_stand_twice_are_told_apart_by_the_words_around_them()
    {
        var draft = Imports.Read("notes.json", Quay.Hypothesis, "events: [{label: said, type: PositionStated}]");

        Assert.Equal("Sund said #2", Assert.Single(draft.Events).Find("evidence"));
    }

    [Fact]
    public void Words_that_stand_twice_without_more_are_refused()
    {
        var error = Imports.Refuse(
            "notes.json",
            Quay.Hypothesis.Replace("refused.\\n", "elsewhere"),
            "events: [{label: said, type: PositionStated}]"
        )[0];

        Assert.Equal((15, "annotations[1]"), (error.Line, error.Field));
        Assert.Contains("stands in 2 places", error.Message);
    }

    [Theory]
    [InlineData("Norland offered Suderland talk ")]
    [InlineData("norland offered Suderland talks")]
    [InlineData("Norland offered Suderland talks #1")]
    [InlineData("Norland offered Suderland #2")]
    public void Words_that_only_read_alike_are_never_taken(string words)
    {
        var content = Quay.Hypothesis.Replace(Quay.Offer, words);
        if (words.EndsWith(' '))
            content = content.Replace(words, words + "x");

        Assert.Contains(
            "does not stand in the text",
            Imports.Refuse("notes.json", content, Imports.TagMapping)[0].Message
        );
        var skipped = Imports.Read("notes.json", content, Imports.TagMapping, skips: true);
        Assert.Empty(skipped.Events);
        Assert.Contains(skipped.LeftOut, left => left.Reason == "no place in the text");
    }

    [Fact]
    public void The_standard_form_is_read_as_well()
    {
        const string Content = """
            { "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [
              { "id": "urn:1", "type": "Annotation",
                "body": [ { "type": "TextualBody", "purpose": "tagging", "value": "offer" }, "actor: Norland" ],
                "target": { "source": "https://quay.example/talks",
                  "selector": { "type": "TextQuoteSelector", "exact": "Norland\n offered" } } } ] }
            """;

        var offer = Assert.Single(Imports.Read("page.jsonld", Content, Imports.TagMapping).Events);

        Assert.Equal(("Norland offered", "Norland"), (offer.Find("evidence"), offer.Find("actor")));
    }

    [Fact]
    public void Of_several_pages_one_has_to_be_named()
    {
        // The page of the second annotation is another one.
        var second = Quay.Hypothesis.IndexOf("\"a2\"", StringComparison.Ordinal);
        var content = Quay.Hypothesis[..second] + Quay.Hypothesis[second..].Replace("quay.example", "other.example");

        Assert.Contains(
            "say which one with --source",
            Imports.Refuse("notes.json", content, Imports.TagMapping)[0].Message
        );
    }

    [Fact]
    public void A_position_in_a_page_alone_shows_nothing()
    {
        var error = Imports.Refuse(
            "notes.json",
            """
            [{"tags": ["offer"], "target": [{"selector": [
              {"type": "TextPositionSelector", "start": 2, "end": 9}]}]}]
            """,
            Imports.TagMapping
        )[0];

        Assert.Contains("no quotation", error.Message);
    }

    [Fact]
    public void What_is_not_in_the_values_is_left_out_and_told()
    {
        var draft = Imports.Read("notes.json", Quay.Hypothesis.Replace("firm", "fixed"), Imports.TagMapping);

        Assert.Null(Assert.Single(draft.Events).Find("modality"));
        Assert.Contains(draft.Notes, note => note.Message.Contains("does not say what 'fixed' is") && note.Line == 6);
    }
}
