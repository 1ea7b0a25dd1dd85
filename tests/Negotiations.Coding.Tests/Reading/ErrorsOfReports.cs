namespace Negotiations.Coding.Tests;

public class ErrorsOfReports
{
    public static TheoryData<string, string, string, string, string?> Fields =>
        new()
        {
            // Identity
            {
                "  - id: pause\n    type: CeasefireProposed",
                "  - type: CeasefireProposed",
                "events[2]",
                "'id' is missing",
                null
            },
            { "id: pause", "id: null", "events[2].id", "must not be null", null },
            {
                "id: pause",
                "id: The Pause",
                "events[2].id",
                "'The Pause' is not an identifier; write it like 'the-pause'",
                null
            },
            { "id: pause", "id: offer", "events[2].id", "the report 'offer' is there twice", null },
            { "id: pause", "id: ' offer '", "events[2].id", "the report 'offer' is there twice", null },
            {
                "type: TalksOffered",
                "type: TalksDreamt",
                "events[0].type",
                "'TalksDreamt' is not an event type; there are AccusationMade, AgreementBreached, ",
                null
            },
            {
                "type: TalksOffered",
                "type: talksOffered",
                "events[0].type",
                "'talksOffered' is not an event type",
                null
            },
            {
                "type: TalksOffered",
                "type: NegotiationDefined",
                "events[0].type",
                "'NegotiationDefined' is not an event type",
                null
            },
            { "    type: TalksOffered\n", "", "events[0]", "'type' is missing", "  - id: offer" },
            {
                "act: varland-offers-talks",
                "act: Varland offers talks",
                "events[0].act",
                "'Varland offers talks' is not an identifier; write it like 'varland-offers-talks'",
                null
            },
            { "    act: varland-offers-talks\n", "", "events[0]", "'act' is missing", "  - id: offer" },
            { "    summary: Brill offered talks.\n", "", "events[0]", "'summary' is missing", "  - id: offer" },
            // Who
            {
                "actor: President Brill",
                "actor: Mrs Brill",
                "events[0].actor",
                "nobody defined the name 'Mrs Brill'; add it, or this spelling of it, to the file of "
                    + "the negotiation 'lake'",
                null
            },
            { "actor: President Brill", "actor: {name: Brill}", "events[0].actor", "is not a text", null },
            { "target: Ostrelia", "target: Nowhere", "events[0].target", "nobody defined the name 'Nowhere'", null },
            {
                "others: [Merin, Fishing villages]",
                "others: [Merin, Nobody]",
                "events[0].others",
                "nobody defined the name 'Nobody'",
                null
            },
            {
                "others: [Merin, Fishing villages]",
                "others: Merin",
                "events[0].others",
                "is not a list of texts",
                null
            },
            {
                "others: [Merin, Fishing villages]",
                "others: [Merin, {name: Varland}]",
                "events[0].others",
                "is not a list of texts",
                null
            },
            {
                "others: [Merin, Fishing villages]",
                "others: [Merin, null]",
                "events[0].others",
                "is not a list of texts",
                null
            },
            {
                "others: [Merin, Fishing villages]",
                "others: [Merin, ' ']",
                "events[0].others",
                "is not a list of texts",
                null
            },
            {
                "side: Varland",
                "side: Ada Brill",
                "events[6].side",
                "'Ada Brill' is defined as person; here stands party",
                null
            },
            { "side: Varland", "side: Nowhere", "events[6].side", "nobody defined the name 'Nowhere'", null },
            // Round
            {
                "round: 2031-04",
                "round: 2032",
                "events[0].round",
                "nobody defined the round '2032'; there are 2029, 2031-04 and general",
                null
            },
            { "    round: 2031-04\n", "", "events[0]", "'round' is missing", "  - id: offer" },
            // When
            {
                "happened: 2031-04-02",
                "happened: 2031-02-30",
                "events[0].happened",
                "'2031-02-30' is not an EDTF date",
                null
            },
            {
                "happened: 2031-04-02",
                "happened: Wednesday",
                "events[0].happened",
                "'Wednesday' is not an EDTF date",
                null
            },
            {
                "happened: 2031-04-02",
                "happened: [2031-04-01, 2031-04-02]",
                "events[0].happened",
                "is not a text",
                null
            },
            {
                "happened: 2031-04-02",
                "happened: 2031-04-04",
                "events[0].happened",
                "2031-04-04 lies after the publication: the date is that of the act of saying or "
                    + "doing, not of what is announced",
                null
            },
            {
                "happened: 2031-04-02",
                "happened: 2031-05",
                "events[0].happened",
                "2031-05 lies after the publication",
                null
            },
            {
                "timeOfDay: morning",
                "timeOfDay: teatime",
                "events[0].timeOfDay",
                "'teatime' is not a time of day: write HH:mm or one of early, morning, midday, "
                    + "afternoon, evening, night, late",
                null
            },
            { "timeOfDay: morning", "timeOfDay: 25:00", "events[0].timeOfDay", "'25:00' is not a time of day", null },
            { "timeOfDay: morning", "timeOfDay: 9:00", "events[0].timeOfDay", "'9:00' is not a time of day", null },
            {
                "lookingBack: false",
                "lookingBack: no",
                "events[1].lookingBack",
                "'no' is neither true nor false",
                null
            },
            {
                "lookingBack: false",
                "known: 2031-04-02",
                "events[1].known",
                "is not a mapping with fields of its own",
                null
            },
            { "lookingBack: false", "known: {time: 2031-04-02T19:00}", "events[1].known", "'basis' is missing", null },
            {
                "lookingBack: false",
                "known: {time: 2031-04-02T19:00, basis: stated, by: x}",
                "events[1].known.by",
                "is not a field here; there are zone, time, basis, reason, earliest, latest",
                null
            },
            // Standing and modality
            {
                "standing: own\n",
                "standing: mine\n",
                "events[0].standing",
                "'mine' is not one of own, observed, own-unnamed, other",
                null
            },
            { "standing: own\n", "standing: Own\n", "events[0].standing", "'Own' is not one of own", null },
            { "standing: own\n", "standing: [own]\n", "events[0].standing", "is not a text", null },
            {
                "modality: asserted",
                "modality: shouted",
                "events[0].modality",
                "'shouted' is not one of asserted, reported, denied, planned, possible, conditional, "
                    + "expected, demanded",
                null
            },
            { "    modality: asserted\n", "", "events[0]", "'modality' is missing", "  - id: offer" },
            // Certainty
            {
                "certainty: 5",
                "certainty: 0",
                "events[0].certainty",
                "0 is not a number from 1 (a guess) to 5 (sure)",
                null
            },
            {
                "certainty: 5",
                "certainty: 6",
                "events[0].certainty",
                "6 is not a number from 1 (a guess) to 5 (sure)",
                null
            },
            { "certainty: 5", "certainty: sure", "events[0].certainty", "'sure' is not a whole number", null },
            { "    certainty: 5\n", "", "events[0]", "'certainty' is missing", "  - id: offer" },
            // Evidence
            {
                "{start: 40, end: 50,",
                "{start: 50, end: 50,",
                "events[0].evidence[0].end",
                "the span from 50 to 50 is empty or runs backwards",
                null
            },
            {
                "{start: 40, end: 50,",
                "{start: 50, end: 40,",
                "events[0].evidence[0].end",
                "the span from 50 to 40 is empty or runs backwards",
                null
            },
            {
                "{start: 40, end: 50,",
                "{start: -1, end: 50,",
                "events[0].evidence[0].end",
                "the span from -1 to 50 is empty or runs backwards",
                null
            },
            {
                "{start: 40, end: 50,",
                "{start: 1990, end: 2001,",
                "events[0].evidence[0].end",
                "the span ends at 2001, outside the text of 2000 code points",
                null
            },
            { "{start: 40, end: 50,", "{start: 40,", "events[0].evidence[0]", "'end' is missing", null },
            {
                "{start: 40, end: 50,",
                "{start: here, end: 50,",
                "events[0].evidence[0].start",
                "'here' is not a whole number",
                null
            },
            {
                "{start: 40, end: 50, sha256: a",
                "{start: 40, end: 50, sha256: z",
                "events[0].evidence[0].sha256",
                "is not a SHA-256 of 64 hexadecimal digits in lower case",
                null
            },
            {
                "{start: 40, end: 50,",
                "{start: 40, quote: x, end: 50,",
                "events[0].evidence[0].quote",
                "is not a field here; there are start, end, sha256",
                null
            },
            {
                "certainty: 5",
                "certainty: 5\n    confidence: 5",
                "events[0].confidence",
                "is not a field here; there are proposed, type, id, actor",
                "confidence: 5"
            },
            // Other reports of the file
            {
                "precededBy: [offer]",
                "precededBy: [offers]",
                "events[1].precededBy",
                "'offers' is not a report of this file",
                null
            },
            { "precededBy: [offer]", "precededBy: offer", "events[1].precededBy", "is not a list of texts", null },
            {
                "timeOfDay: evening",
                "timeOfDay: early",
                "events[1].timeOfDay",
                "early lies before the morning of 'offer', which the text puts earlier on the same "
                    + "day; give at least that time",
                null
            },
            {
                "timeOfDay: evening",
                "timeOfDay: 08:59",
                "events[1].timeOfDay",
                "08:59 lies before the morning of 'offer'",
                null
            },
            {
                "timeOfDay: morning",
                "timeOfDay: night",
                "events[1].timeOfDay",
                "evening lies before the night of 'offer'",
                "timeOfDay: evening"
            },
        };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task An_error_is_named_with_line_and_field(
        string find,
        string replacement,
        string field,
        string message,
        string? line
    ) => await ErrorsOfArticles.HasErrorAsync(find, replacement, field, message, line);

    [Theory]
    [InlineData("evidence:\n      - {start: 40", "evidence: []\n    was:\n      - {start: 40", "must not be empty")]
    [InlineData(
        "evidence:\n      - {start: 40",
        "evidence: {start: 40}\n    was:\n      - {start: 40",
        "is not a list of mappings"
    )]
    [InlineData(
        "evidence:\n      - {start: 40",
        "evidence: [40]\n    was:\n      - {start: 40",
        "is not a list of mappings; words and short forms need 'format: 2' at the top of the file"
    )]
    public async Task Evidence_must_be_there(string find, string replacement, string message)
    {
        var errors = await Coded.ErrorsOfAsync(LakeTalks.Article.With(find, replacement));

        Assert.Equal(
            [("events[0].evidence", message), ("events[0].was", "is")],
            errors.Select(error => (error.Field, error.Field.EndsWith("was") ? error.Message[..2] : error.Message))
        );
    }

    [Fact]
    public async Task An_act_whose_time_of_day_is_not_stated_counts_as_midday_beside_an_earlier_one()
    {
        var edited = LakeTalks
            .Article.With("timeOfDay: morning", "timeOfDay: 12:01")
            .With("    timeOfDay: evening\n", "");

        var error = Assert.Single(await Coded.ErrorsOfAsync(edited));

        Assert.Equal("events[1].timeOfDay", error.Field);
        Assert.StartsWith("not stated, which counts as midday, lies before the 12:01 of 'offer'", error.Message);
    }

    [Theory]
    [InlineData("timeOfDay: evening", "timeOfDay: morning")]
    [InlineData("timeOfDay: evening", "timeOfDay: 09:00")]
    [InlineData("happened: 2031-04-02\n    timeOfDay: evening", "happened: 2031-04\n    timeOfDay: early")]
    [InlineData("happened: 2031-04-02\n    timeOfDay: evening", "timeOfDay: early")]
    public async Task An_order_of_the_text_that_the_times_allow_is_taken(string find, string replacement) =>
        Assert.Equal(["offer"], (await Coded.ReadReportAsync("keel-stays-away", find, replacement)).PrecededBy!);

    [Theory]
    [InlineData("2031-04-02")]
    [InlineData("2031-04-03")]
    [InlineData("2031-04")]
    [InlineData("2031-04-02/..")]
    public async Task A_date_that_may_lie_before_the_publication_somewhere_on_earth_is_taken(string happened) =>
        Assert.Equal(
            happened,
            (await Coded.ReadReportAsync("offer", "happened: 2031-04-02", $"happened: {happened}")).Happened!.Text
        );

    [Fact]
    public async Task The_same_stretch_of_text_with_two_hashes_is_refused()
    {
        var edited = LakeTalks.Article.With("{start: 100, end: 110, sha256: a", "{start: 40, end: 50, sha256: b");

        var error = Assert.Single(await Coded.ErrorsOfAsync(edited));

        Assert.Equal(
            ("events", "the span from 40 to 50 is there with two different hashes"),
            (error.Field, error.Message)
        );
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_is_still_there_for_those_that_follow_it()
    {
        var error = Assert.Single(
            await Coded.ErrorsOfAsync(LakeTalks.Article.With("standing: own\n", "standing: mine\n"))
        );

        Assert.Equal("events[0].standing", error.Field);
    }

    [Fact]
    public async Task A_time_of_publication_that_cannot_be_read_puts_no_act_after_it()
    {
        var error = Assert.Single(
            await Coded.ErrorsOfAsync(LakeTalks.Article.With("time: 2031-04-02T18:30", "time: soon"))
        );

        Assert.Equal("published.time", error.Field);
    }
}
