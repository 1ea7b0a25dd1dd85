namespace Negotiations.Coding.Tests;

public class ErrorsOfNegotiations
{
    public static TheoryData<string, string, string, string, string?> Cases =>
        new()
        {
            { "negotiation: lake\n", "", "", "'negotiation' is missing", "title:" },
            {
                "negotiation: lake",
                "negotiation: Lake Talks",
                "negotiation",
                "'Lake Talks' is not an identifier; write it like 'lake-talks'",
                null
            },
            { "title: Lake talks\n", "", "", "'title' is missing", "negotiation:" },
            {
                "zone: Europe/Helsinki",
                "zone: Helsinki",
                "zone",
                "'Helsinki' is not a time zone of the tz database, such as Europe/Istanbul",
                null
            },
            { "zone: Europe/Helsinki\n", "", "", "'zone' is missing", "negotiation:" },
            { "rounds:", "turns:", "", "'rounds' is missing", "negotiation:" },
            { "{ id: 2031-04, title", "{ title", "rounds[1]", "'id' is missing", null },
            {
                "{ id: 2031-04, title",
                "{ id: April 2031, title",
                "rounds[1].id",
                "'April 2031' is not an identifier; write it like 'april-2031'",
                null
            },
            {
                "{ id: 2031-04, title",
                "{ id: general, title",
                "rounds[1].id",
                "'general' is kept for what belongs to no round",
                null
            },
            {
                "{ id: 2031-04, title",
                "{ id: 2029, title",
                "rounds",
                "the round '2029' is there twice",
                "- { id: \"2029\""
            },
            { "when: 2031-04 }", "when: spring }", "rounds[1].when", "'spring' is not an EDTF date", null },
            {
                "when: 2031-04 }",
                "from: 2031-04 }",
                "rounds[1].from",
                "is not a field here; there are id, title, when",
                null
            },
            { "- { name: Merin }", "- { id: merin }", "parties[2]", "'name' is missing", null },
            {
                "- { name: Merin }",
                "- { name: '!!!' }",
                "parties[2].name",
                "no identifier follows from '!!!'; give an 'id'",
                null
            },
            {
                "- { name: Merin }",
                "- { name: Merin, id: Merin! }",
                "parties[2].id",
                "'Merin!' is not an identifier; write it like 'merin'",
                null
            },
            {
                "- { name: Merin }",
                "- { name: Merin, side: varland }",
                "parties[2].side",
                "is not a field here; there are name, id, spellings",
                null
            },
            {
                "- { name: Merin }",
                "- { name: Merin, spellings: the Merinese }",
                "parties[2].spellings",
                "is not a list of texts",
                null
            },
            {
                "- { name: Merin }",
                "- { name: Merin, spellings: [the varlanders] }",
                "",
                "'the varlanders' means both Varland and Merin; a form of a name means one",
                "negotiation:"
            },
            {
                "- { name: Merin }",
                "- { name: Merin, spellings: [ADA-BRILL] }",
                "",
                "'ada-brill' means both Merin and Ada Brill; a form of a name means one",
                "negotiation:"
            },
            {
                "side: ostrelia,",
                "side: Ostrelia,",
                "",
                "Tomas Keel: the side 'Ostrelia' is not the identifier of a party",
                "negotiation:"
            },
            {
                "side: ostrelia,",
                "side: chancellery,",
                "",
                "Tomas Keel: the side 'chancellery' is not the identifier of a party",
                "negotiation:"
            },
            {
                "speaksFor: chancellery,",
                "speaksFor: the chancellery,",
                "",
                "Pell Arno: speaksFor 'the chancellery' is not an identifier of this file",
                "negotiation:"
            },
            {
                "- { name: Lakewire }",
                "- { name: Lakewire, office: desk }",
                "agencies[0].office",
                "is not a field here; there are name, id, side, spellings",
                null
            },
            { "outlets:", "outlets: The Herald\npapers:", "outlets", "is not a list of mappings", null },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_error_is_named_with_line_and_field(
        string find,
        string replacement,
        string field,
        string message,
        string? line
    )
    {
        using var folder = new TemporaryFolder();
        var edited = LakeTalks.Negotiation.With(find, replacement);
        var at = line is null ? LakeTalks.Negotiation.FindLine(find) : edited.FindLine(line);

        var errors = await Coded.ErrorsOfFilesAsync(folder.Write("lake.yaml", edited));

        var error = Assert.Single(errors, error => error.Field is not ("turns" or "papers"));
        Assert.Equal((at, field), (error.Line, error.Field));
        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public async Task Two_files_of_one_negotiation_are_refused()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", LakeTalks.Negotiation);
        var second = folder.Write("b.yaml", LakeTalks.Negotiation);

        Assert.Equal(
            new(second, 1, "negotiation", "'lake' is defined by two files of this replay") { Column = 14 },
            Assert.Single(await Coded.ErrorsOfFilesAsync(folder.Path))
        );
    }

    [Fact]
    public async Task An_article_of_a_negotiation_that_nobody_defined_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            "nobody defined the negotiation 'lake'; replay its file first, or together with this one",
            Assert.Single(await Coded.ErrorsOfFilesAsync(folder.Write("a.yaml", LakeTalks.Article))).Message
        );
    }

    [Fact]
    public async Task A_definition_says_what_the_file_says()
    {
        using var folder = new TemporaryFolder();
        var definition = Assert
            .Single((await Coded.ReadFilesAsync(folder.Write("lake.yaml", LakeTalks.Negotiation))).Definitions)
            .Definition;

        Assert.Equal(
            ("lake", "Lake talks", "Europe/Helsinki"),
            (definition.Negotiation, definition.Title, definition.Zone)
        );
        Assert.Equal(
            [new("2029", null, Edtf.Parse("2029")), new("2031-04", "Talks of April 2031", Edtf.Parse("2031-04"))],
            definition.Rounds
        );
        Assert.Equal(
            [
                "varland",
                "ostrelia",
                "merin",
                "ada-brill",
                "pell-arno",
                "tomas-keel",
                "ines-rook",
                "chancellery",
                "fishing-villages",
                "herald",
                "daily-ledger",
                "lakewire",
            ],
            definition.Entities.Select(entity => entity.Id)
        );
        var brill = definition.Entities[3];
        Assert.Equal(
            (EntityKind.Person, "Ada Brill", "varland", "president of Varland"),
            (brill.Kind, brill.Name, brill.Side, brill.Office)
        );
        Assert.Equal(["Brill", "President Brill"], brill.Spellings);
    }
}
