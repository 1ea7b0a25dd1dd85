namespace Negotiations.Coding.Tests;

public class ImportMappings
{
    [Theory]
    [InlineData("events:\n  - label: a\n    type: TalksOfered", 3, "events[0].type", "did you mean")]
    [InlineData(
        "events:\n  - label: a\n    type: TalksOffered\n    actr: Norland",
        4,
        "events[0].actr",
        "is not a field here"
    )]
    [InlineData(
        "events:\n  - label: a\n    type: TalksOffered\n    modality: sure",
        4,
        "events[0].modality",
        "is not one of"
    )]
    [InlineData(
        "events:\n  - label: a\n    type: TalksOffered\n    modality: {from: x, values: {y: sure}}",
        4,
        "events[0].modality",
        "is not one of"
    )]
    [InlineData(
        "events:\n  - label: a\n    type: TalksOffered\n    details:\n      colour: red",
        5,
        "events[0].details.colour",
        "is no detail of TalksOffered"
    )]
    [InlineData("events:\n  - label: a\n    type: TalksOffered\n    happened: Wednesday", 4, "events[0].happened", "")]
    [InlineData(
        "events:\n  - label: a\n    type: TalksOffered\n    certainty: 9",
        4,
        "events[0].certainty",
        "from 1 to 5"
    )]
    [InlineData(
        "events:\n  - label: a\n    type: TalksOffered\n    target: {form: x}",
        4,
        "events[0].target.form",
        "is not a field here"
    )]
    [InlineData("events:\n  - type: TalksOffered", 2, "events[0]", "'label' is missing")]
    [InlineData("events:\n  - label: a\n    type: {from: kind}", 3, "events[0].type", "gives no type")]
    [InlineData("events: []", 1, "events", "must not be empty")]
    [InlineData("default: {}\nevents:\n  - {label: a, type: TalksOffered}", 1, "default", "is not a field here")]
    [InlineData("events: [", 2, "", "not well-formed YAML")]
    public void A_wrong_mapping_is_named_with_file_line_and_field(string text, int line, string field, string message)
    {
        var errors = Assert.Throws<CodingException>(() => ImportMapping.Read(new SubmittedFile("m.yaml", text))).Errors;

        Assert.Contains(errors, error =>
            error.File == "m.yaml"
            && error.Line == line
            && error.Field == field
            && error.Message.Contains(message, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Without_a_mapping_only_what_this_program_wrote_is_read() =>
        Assert.Contains("--mapping", Imports.Refuse("quay.ann", Quay.Brat, mapping: null)[0].Message);
}
