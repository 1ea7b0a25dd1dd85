namespace Negotiations.Coding.Tests;

public class ErrorsOfArticles
{
    // The edit of the sample, and the field, the line (by a text on it; else where the edit begins) and the message of
    // the error.
    public static TheoryData<string, string, string, string, string?> Head =>
        new()
        {
            {
                "article: herald-1",
                "article: The Herald!",
                "article",
                "'The Herald!' is not an identifier; write it like 'the-herald'",
                null
            },
            { "article: herald-1", "article: []", "article", "is not a text", null },
            { "article: herald-1\n", "", "", "'article' is missing", "negotiation: lake" },
            { "article: herald-1", "article: ' '", "article", "must not be empty", null },
            {
                "negotiation: lake",
                "negotiation: sea",
                "negotiation",
                "nobody defined the negotiation 'sea'; replay its file first, or together with this one",
                null
            },
            { "negotiation: lake", "negotiation: ~", "", "'negotiation' is missing", "article: herald-1" },
            {
                "outlet: The Herald",
                "outlet: The Gazette",
                "outlet",
                "nobody defined the name 'The Gazette'; add it, or this spelling of it, to the file "
                    + "of the negotiation 'lake'",
                null
            },
            {
                "outlet: The Herald",
                "outlet: Ada Brill",
                "outlet",
                "'Ada Brill' is defined as person; here stands outlet or agency",
                null
            },
            { "outlet: The Herald", "outlet: null", "outlet", "must not be null", null },
            { "outlet: The Herald\n", "", "", "'outlet' is missing", "article: herald-1" },
            { "title: Talks by the lake", "title: {a: b}", "title", "is not a text", null },
            {
                "language: en",
                "langauge: en",
                "langauge",
                "is not a field here; there are format, text, article, negotiation, version, outlet, chain",
                null
            },
            {
                "language: en",
                "version: Second Edition",
                "version",
                "'Second Edition' is not an identifier; write it like 'second-edition'",
                null
            },
            {
                "text:\n  file: herald-1.txt\n  sha256: aaa",
                "text: [aaa]\nx:\n  sha256: aaa",
                "text",
                "is not a mapping with fields of its own",
                null
            },
            {
                "  file: herald-1.txt",
                "  name: herald-1.txt",
                "text.name",
                "is not a field here; there are sha256, length, file",
                null
            },
            {
                "  length: 2000",
                "  length: 0",
                "text.length",
                "is the length of the normalised text in code points, at least 1",
                null
            },
            { "  length: 2000", "  length: many", "text.length", "'many' is not a whole number", null },
            { "  length: 2000", "  length: 2000.0", "text.length", "'2000.0' is not a whole number", null },
            { "  length: 2000", "  length: 99999999999", "text.length", "'99999999999' is not a whole number", null },
            { "  length: 2000\n", "", "text", "'length' is missing", "  file: herald-1.txt" },
            {
                "  sha256: a",
                "  sha256: A",
                "text.sha256",
                "is not a SHA-256 of 64 hexadecimal digits in lower case",
                null
            },
            { "  sha256: a", "  sha256: g", "text.sha256", "is not a SHA-256", null },
            { "  sha256: a", "  sha256: ", "text.sha256", "is not a SHA-256", null },
            { "  sha256: a", "  sha256: aa", "text.sha256", "is not a SHA-256", null },
            {
                "time: 2031-04-02T18:30",
                "time: yesterday",
                "published.time",
                "'yesterday' is not a time; write 2025-05-14T23:30, 2025-05-14T23:30+03:00 or 2025-05-14",
                null
            },
            { "time: 2031-04-02T18:30", "time: 2031-02-30", "published.time", "'2031-02-30' is not a time", null },
            {
                "time: 2031-04-02T18:30",
                "time: 2031-04-02T24:30",
                "published.time",
                "'2031-04-02T24:30' is not a time",
                null
            },
            {
                "time: 2031-04-02T18:30",
                "time: 2031-03-30T03:30",
                "published.time",
                "'2031-03-30T03:30' does not exist in Europe/Helsinki: the clocks were put forward over it",
                null
            },
            {
                "time: 2031-04-02T18:30",
                "time: 2031-10-26T03:30",
                "published.time",
                "'2031-10-26T03:30' comes twice in Europe/Helsinki, when the clocks are put back; add "
                    + "the offset, such as +03:00",
                null
            },
            {
                "time: 2031-04-02T18:30",
                "time: 9999-12-31",
                "published.time",
                "lies outside the years 0001 to 9998",
                null
            },
            {
                "time: 2031-04-02T18:30",
                "time: 9999-12-31T23:59",
                "published.time",
                "lies outside the years 0001 to 9998",
                null
            },
            {
                "time: 2031-04-02T18:30",
                "time: 9999-12-31T23:59-12:00",
                "published.time",
                "lies outside the years 0001 to 9998",
                null
            },
            {
                "time: 2031-04-02T18:30",
                "time: -0001-12-31",
                "published.time",
                "lies outside the years 0001 to 9998",
                null
            },
            { "  time: 2031-04-02T18:30\n", "", "published", "'time' is missing", "  basis: stated" },
            { "basis: stated", "basis: guessed", "published.basis", "'guessed' is not one of stated, assumed", null },
            { "basis: stated", "basis: 0", "published.basis", "'0' is not one of stated, assumed", null },
            { "basis: stated", "basis: assumed", "published", "'reason' is missing", "  time: 2031" },
            {
                "basis: stated",
                "basis: stated\n  zone: Helsinki",
                "published.zone",
                "'Helsinki' is not a time zone of the tz database, such as Europe/Istanbul",
                "zone: Helsinki"
            },
            {
                "basis: stated",
                "basis: stated\n  earliest: 2031-04-02T18:31",
                "published.time",
                "does not lie between earliest and latest",
                "  time: 2031"
            },
            {
                "basis: stated",
                "basis: stated\n  latest: 2031-04-02T18:29",
                "published.time",
                "does not lie between earliest and latest",
                "  time: 2031"
            },
            {
                "basis: stated",
                "basis: stated\n  latest: 2031-13-02",
                "published.latest",
                "'2031-13-02' is not a time",
                "latest:"
            },
            {
                "published:\n  time: 2031-04-02T18:30\n  basis: stated",
                "published: 2031-04-02",
                "published",
                "is not a mapping with fields of its own",
                null
            },
        };

    [Theory]
    [MemberData(nameof(Head))]
    public async Task An_error_above_the_reports_is_named_with_line_and_field(
        string find,
        string replacement,
        string field,
        string message,
        string? line
    ) => await HasErrorAsync(find, replacement, field, message, line);

    public static TheoryData<string, string, string, string, string?> Chain =>
        new()
        {
            {
                "{name: Lakewire, kind: agency,",
                "{name: Lakewire, kind: wire,",
                "chain[0].kind",
                "'wire' is not one of person, institution, unnamed, agency, outlet, republisher",
                null
            },
            { "{name: Lakewire, kind: agency,", "{name: Lakewire,", "chain[0]", "'kind' is missing", null },
            {
                "{name: Lakewire, kind: agency,",
                "{name: The Herald, kind: agency,",
                "chain[0].name",
                "'The Herald' is defined as outlet; here stands agency",
                null
            },
            {
                "{name: Lakewire, kind: agency,",
                "{name: null, kind: agency,",
                "chain[0].name",
                "must not be null",
                null
            },
            { "{name: Lakewire, kind: agency,", "{kind: agency,", "chain[0]", "'name' is missing", null },
            {
                "{name: Lakewire, kind: agency,",
                "{name: [Lakewire], kind: agency,",
                "chain[0].name",
                "is not a text",
                null
            },
            {
                "{name: Lakewire, kind: agency,",
                "{name: Lakewire, place: here, kind: agency,",
                "chain[0].place",
                "is not a field here; there are kind, name, side, start, end, sha256, implied",
                null
            },
            {
                "{name: Arno, kind: person,",
                "{name: Varland, kind: person,",
                "events[0].chain[0].name",
                "'Varland' is defined as party; here stands person",
                null
            },
            {
                "{name: Arno, kind: person,",
                "{name: Arno, kind: institution,",
                "events[0].chain[0].name",
                "'Arno' is defined as person; here stands institution or party or group",
                null
            },
            {
                "kind: unnamed, side: Ostrelia,",
                "kind: unnamed, side: Keel,",
                "events[1].chain[0].side",
                "'Keel' is defined as person; here stands party",
                null
            },
            {
                "kind: unnamed, implied: the text says reportedly",
                "kind: unnamed",
                "events[5].chain[0]",
                "a link has either a span (start, end, sha256) or 'implied' with the reason",
                null
            },
            { "start: 20, end: 30,", "end: 30,", "events[0].chain[0]", "'start' is missing", null },
            {
                "start: 20, end: 30,",
                "start: 30, end: 30,",
                "events[0].chain[0].end",
                "the span from 30 to 30 is empty or runs backwards",
                null
            },
            {
                "start: 20, end: 30,",
                "start: 20, end: 2001,",
                "events[0].chain[0].end",
                "the span ends at 2001, outside the text of 2000 code points",
                null
            },
        };

    [Theory]
    [MemberData(nameof(Chain))]
    public async Task An_error_of_a_chain_is_named_with_line_and_field(
        string find,
        string replacement,
        string field,
        string message,
        string? line
    ) => await HasErrorAsync(find, replacement, field, message, line);

    [Theory]
    [InlineData("events:", "events: []\nwas:", "events", "must not be empty")]
    [InlineData("events:", "withoutReports: false\nevents: []\nwas:", "withoutReports", "is true, or left out")]
    [InlineData("events:", "events: none\nwas:", "events", "is not a list of mappings")]
    [InlineData("events:", "events: [a]\nwas:", "events", "is not a list of mappings")]
    [InlineData("events:", "events: null\nwas:", "events", "must not be null")]
    [InlineData("events:", "was:", "", "'events' is missing")]
    [InlineData("chain:", "chain: []\nwas:", "chain", "must not be empty")]
    [InlineData("chain:", "was:", "", "'chain' is missing")]
    public async Task Reports_and_chain_must_be_there(string find, string replacement, string field, string message)
    {
        var errors = await Coded.ErrorsOfAsync(LakeTalks.Article.With(find, replacement));

        Assert.Equal(message, Assert.Single(errors, error => error.Field == field).Message);
        Assert.Equal("was", Assert.Single(errors, error => error.Field != field).Field);
    }

    [Fact]
    public async Task A_file_that_has_reports_does_not_say_that_it_is_without()
    {
        var error = Assert.Single(
            await Coded.ErrorsOfAsync(LakeTalks.Article.With("events:", "withoutReports: true\nevents:"))
        );

        Assert.Equal(("withoutReports", "the file has reports"), (error.Field, error.Message));
    }

    [Fact]
    public async Task Two_files_of_one_version_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", LakeTalks.Article);
        var second = folder.Write("b.yaml", LakeTalks.Article.With("Brill offered", "Brill has offered"));
        folder.Write("lake.yaml", LakeTalks.Negotiation);

        var error = Assert.Single(await Coded.ErrorsOfFilesAsync(folder.Path));

        Assert.Equal(
            new(second, 1, "article", "'herald-1' is coded by two files of this replay in the same version")
            {
                Column = 10,
            },
            error
        );
    }

    [Fact]
    public async Task Every_error_of_every_file_is_listed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "lake.yaml",
            LakeTalks.Negotiation.With("zone: Europe/Helsinki", "zone: Europe/Helsinki\nplace: lake")
        );
        folder.Write(
            "a.yaml",
            LakeTalks
                .Article.With("outlet: The Herald", "outlet: The Gazette")
                .With("certainty: 5", "certainty: 6")
                .With("      event: Lake talks\n", "")
                .With("kind: announced", "kind: surprise")
                .With("{start: 100, end: 110,", "{start: 110, end: 100,")
                .With("summary: Rook will come.", "summary: ''")
        );
        folder.Write("b.yaml", "article: ledger-1\nnegotiation: lake\n");
        folder.Write("c.yaml", "[");

        var errors = await Coded.ErrorsOfFilesAsync(folder.Path);

        Assert.Equal(
            [
                ("a.yaml", "events[0].certainty"),
                ("a.yaml", "events[1].details"),
                ("a.yaml", "events[1].details.kind"),
                ("a.yaml", "events[2].evidence[0].end"),
                ("a.yaml", "events[6].summary"),
                ("a.yaml", "outlet"),
                ("b.yaml", ""),
                ("b.yaml", ""),
                ("b.yaml", ""),
                ("b.yaml", ""),
                ("b.yaml", ""),
                ("c.yaml", ""),
                ("lake.yaml", "place"),
            ],
            errors.Select(error => (Path.GetFileName(error.File), error.Field)).Order()
        );
        Assert.Equal(
            [
                "'chain' is missing",
                "'events' is missing",
                "'outlet' is missing",
                "'published' is missing",
                "'text' is missing",
            ],
            errors.Where(error => error.File.EndsWith("b.yaml")).Select(error => error.Message).Order()
        );
    }

    [Fact]
    public async Task An_exception_has_each_error_as_a_line_and_its_message_says_only_where()
    {
        using var folder = new TemporaryFolder();
        var lake = folder.Write("lake.yaml", LakeTalks.Negotiation);
        var path = folder.Write(
            "a.yaml",
            LakeTalks.Article.With("certainty: 5", "certainty: 6").With("basis: stated", "basis: heard")
        );

        var exception = await Assert.ThrowsAsync<CodingException>(() => Coded.ReadFilesAsync(lake, path));

        Assert.Equal(
            [
                $"{path}:12: published.basis: 'heard' is not one of stated, assumed",
                $"{path}:39: events[0].certainty: 6 is not a number from 1 (a guess) to 5 (sure)",
            ],
            exception.Errors.Select(error => error.ToString())
        );
        Assert.Equal($"what was coded is wrong: {path}:12, {path}:39", exception.Message);
    }

    internal static async Task HasErrorAsync(
        string find,
        string replacement,
        string field,
        string message,
        string? line
    )
    {
        var edited = LakeTalks.Article.With(find, replacement);
        var at = line is null ? LakeTalks.Article.FindLine(find) : edited.FindLine(line);

        var errors = await Coded.ErrorsOfAsync(edited);

        Assert.True(
            errors.Any(error =>
                error.Field == field && error.Line == at && error.Message.StartsWith(message)
                || error.Field == field && error.Line == at && error.Message.EndsWith(message)
            ),
            $"expected {at}: {field}: {message}; there is\n{string.Join('\n', errors)}"
        );
        if (!replacement.Contains("\nx:"))
            Assert.Single(errors);
    }
}
