namespace Negotiations.Coding.Tests;

public class ErrorsOfDetails
{
    public static TheoryData<string, string, string, string, string?> Details =>
        new()
        {
            // Of every kind of value, a wrong one
            { "form: direct talks", "form: [direct]", "events[0].details.form", "is not a text", null },
            {
                "venues: [Pier house, Old mill]",
                "venues: Pier house",
                "events[0].details.venues",
                "is not a list of texts",
                null
            },
            {
                "venues: [Pier house, Old mill]",
                "venues: [[Pier house]]",
                "events[0].details.venues",
                "is not a list of texts",
                null
            },
            {
                "venues: [Pier house, Old mill]",
                "venues: [Pier house, ~]",
                "events[0].details.venues",
                "is not a list of texts",
                null
            },
            { "date: 2031-04-04", "date: Friday", "events[0].details.date", "'Friday' is not an EDTF date", null },
            {
                "date: 2031-04-04",
                "date: 2031-04-31",
                "events[0].details.date",
                "'2031-04-31' is not an EDTF date",
                null
            },
            {
                "date: 2031-04-04",
                "date: 16.05.2031",
                "events[0].details.date",
                "'16.05.2031' is not an EDTF date; write 2031-05-16",
                null
            },
            { "date: 2031-04-04", "date: {day: 4}", "events[0].details.date", "is not a text", null },
            {
                "durationDays: 10",
                "durationDays: ten",
                "events[2].details.durationDays",
                "'ten' is not a whole number",
                null
            },
            {
                "durationDays: 10",
                "durationDays: 10.5",
                "events[2].details.durationDays",
                "'10.5' is not a whole number",
                null
            },
            { "durationDays: 10", "durationDays: [10]", "events[2].details.durationDays", "is not a text", null },
            {
                "unconditional: true",
                "unconditional: yes",
                "events[2].details.unconditional",
                "'yes' is neither true nor false",
                null
            },
            {
                "unconditional: true",
                "unconditional: 1",
                "events[2].details.unconditional",
                "'1' is neither true nor false",
                null
            },
            {
                "kind: announced",
                "kind: sick",
                "events[1].details.kind",
                "'sick' is not one of announced, noShow",
                null
            },
            {
                "kind: announced",
                "kind: Announced",
                "events[1].details.kind",
                "'Announced' is not one of announced, noShow",
                null
            },
            { "kind: announced", "kind: 0", "events[1].details.kind", "'0' is not one of announced, noShow", null },
            {
                "person: Tomas Keel",
                "person: Tom Keel",
                "events[1].details.person",
                "nobody defined the name 'Tom Keel'; add it, or this spelling of it, to the file of "
                    + "the negotiation 'lake'",
                null
            },
            { "person: Tomas Keel", "person: [Tomas Keel]", "events[1].details.person", "is not a text", null },
            {
                "members: [Ada Brill, Ines Rook]",
                "members: [Ada Brill, Rook]",
                "events[3].details.members",
                "nobody defined the name 'Rook'",
                null
            },
            {
                "members: [Ada Brill, Ines Rook]",
                "members: Ada Brill",
                "events[3].details.members",
                "is not a list of texts",
                null
            },
            // What is there, and what is not
            {
                "      form: direct talks\n",
                "",
                "events[0].details",
                "'form' is missing: a required detail of TalksOffered; write null where the text does not say",
                "venues:"
            },
            {
                "form: direct talks",
                "format: direct talks\n      form: x",
                "events[0].details.format",
                "is not a field here; there are form, venues, date, earliestDate, dateText, "
                    + "preconditions, purpose, isCounterTo, firstSince",
                "format:"
            },
            {
                "form: direct talks",
                "Form: direct talks\n      form: x",
                "events[0].details.Form",
                "is not a field here",
                "Form:"
            },
            {
                "form: direct talks",
                "actor: Brill\n      form: x",
                "events[0].details.actor",
                "is not a field here",
                "actor: Brill\n"
            },
            {
                "details:\n      form",
                "details: null\n    x:\n      form",
                "events[0].details",
                "must not be null",
                null
            },
            {
                "details:\n      form",
                "details: []\n    x:\n      form",
                "events[0].details",
                "is not a mapping with fields of its own",
                null
            },
        };

    [Theory]
    [MemberData(nameof(Details))]
    public async Task An_error_is_named_with_line_and_field(
        string find,
        string replacement,
        string field,
        string message,
        string? line
    )
    {
        var edited = LakeTalks.Article.With(find, replacement);
        var at = line is null ? LakeTalks.Article.FindLine(find) : edited.FindLine(line);

        var errors = (await Coded.ErrorsOfAsync(edited)).Where(error => error.Field != "events[0].x");

        var error = Assert.Single(errors);
        Assert.Equal((at, field), (error.Line, error.Field));
        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("offer", "form: direct talks", "form: null", nameof(TalksOffered.Form))]
    [InlineData("offer", "form: direct talks", "form:", nameof(TalksOffered.Form))]
    [InlineData("offer", "form: direct talks", "form: ~", nameof(TalksOffered.Form))]
    [InlineData("offer", "venues: [Pier house, Old mill]", "venues: null", nameof(TalksOffered.Venues))]
    [InlineData("pause", "durationDays: 10", "durationDays: null", nameof(CeasefireProposed.DurationDays))]
    [InlineData("pause", "unconditional: true", "unconditional: null", nameof(CeasefireProposed.Unconditional))]
    [InlineData("keel-stays-away", "kind: announced", "kind: null", nameof(AttendanceDeclined.Kind))]
    [InlineData("keel-stays-away", "person: Tomas Keel", "person: null", nameof(AttendanceDeclined.Person))]
    [InlineData("delegation", "members: [Ada Brill, Ines Rook]", "members: null", nameof(DelegationNamed.Members))]
    [InlineData("schedule", "date: 2031-04-04\n      venue", "date: null\n      venue", nameof(TalksScheduled.Date))]
    [InlineData("offer", "date: 2031-04-04", "date: null", nameof(TalksOffered.Date))]
    [InlineData("offer", "      date: 2031-04-04\n", "", nameof(TalksOffered.Date))]
    public async Task A_detail_that_is_null_is_unknown(string id, string find, string replacement, string property)
    {
        var report = await Coded.ReadReportAsync(id, find, replacement);

        Assert.Null(report.GetType().GetProperty(property)!.GetValue(report));
    }

    [Fact]
    public async Task A_word_that_looks_like_null_is_a_text_in_quotation_marks() =>
        Assert.Equal(
            "null",
            ((TalksOffered)await Coded.ReadReportAsync("offer", "form: direct talks", "form: 'null'")).Form
        );

    [Fact]
    public async Task Details_of_every_kind_are_read()
    {
        var reports = (await Coded.ReadAsync(LakeTalks.Article)).Reports;

        var offer = (TalksOffered)reports[0];
        Assert.Equal(("direct talks", "2031-04-04"), (offer.Form, offer.Date!.Text));
        Assert.Equal(["Pier house", "Old mill"], offer.Venues!);
        var declined = (AttendanceDeclined)reports[1];
        Assert.Equal((new("Tomas Keel", "tomas-keel"), AbsenceKind.Announced), (declined.Person, declined.Kind));
        var pause = (CeasefireProposed)reports[2];
        Assert.Equal((10, true, null), (pause.DurationDays, pause.Unconditional, pause.Scope));
        Assert.Equal(
            [new("Ada Brill", "ada-brill"), new("Ines Rook", "ines-rook")],
            ((DelegationNamed)reports[3]).Members!
        );
    }
}
