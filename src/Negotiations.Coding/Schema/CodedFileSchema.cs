using System.Reflection;
using System.Text.Json.Nodes;
using static Negotiations.Coding.SchemaParts;

namespace Negotiations.Coding;

/// <summary>The JSON Schemas of coded files, by which an editor completes and checks them.</summary>
/// <remarks>JSON Schema draft-07, which YAML editors read best. The schemas follow from the event types.</remarks>
public static partial class CodedFileSchema
{
    private const string Hash = "^[0-9a-f]{64}$";

    /// <summary>The schema of a coded article (<c>docs/schema/article.schema.json</c>).</summary>
    public static JsonObject ForArticle() =>
        Root(
            "Coded article",
            WithReportsOrComparison(
                Required("article", "negotiation", "outlet", "text", "published", "chain"),
                ("article", Text("Identifier of the article, unique in its negotiation.")),
                ("negotiation", Text("Identifier of the negotiation.")),
                (
                    "version",
                    Text("Name of this version of the article; left out, it follows from the hash of the text.")
                ),
                ("outlet", Text("The outlet, as the negotiation's file names it.")),
                ("title", Nullable("string", "A title in your own words.")),
                ("language", Nullable("string", "Language of the text, as a BCP 47 tag.")),
                ("url", Nullable("string", "Address on the web, of http or https.")),
                (
                    "text",
                    Strict(
                        Required("sha256", "length"),
                        ("file", Nullable("string", "Name of the file that holds the text.")),
                        ("sha256", Matching(Hash, "SHA-256 of the normalised text (Unicode NFC, lines ended by LF).")),
                        ("length", Number("Length of the normalised text in code points.", 1)),
                        (
                            "pageRules",
                            Number(
                                "Version of the rules by which the text is taken from a web page; left out, 1.",
                                PageRules.First,
                                PageRules.Newest
                            )
                        )
                    )
                ),
                ("published", Reference("publication")),
                ("covers", Nullable("string", "The days whose news the article tells, in EDTF: a day or an interval.")),
                ("coder", Nullable("string", "Who coded it.")),
                (
                    "chain",
                    Array(
                        Reference("link"),
                        "How the text came to its outlet (agency, outlet, republisher): the tail of "
                            + "every report's chain.",
                        1
                    )
                ),
                ("compared", Compared()),
                (
                    ArticleReader.WithoutReports,
                    new JsonObject
                    {
                        ["type"] = "boolean",
                        ["const"] = true,
                        ["description"] =
                            "True where the version has no reports, because all that it had were "
                            + "erased; else left out.",
                    }
                ),
                (
                    "events",
                    Array(
                        Reference("report"),
                        "The reports, one per act and wording; a version that says under compared "
                            + "what it carries may have none."
                    )
                ),
                (
                    "corrections",
                    Array(
                        Reference("correction"),
                        "Corrections of the reports, of the version, or of other corrections."
                    )
                )
            ),
            new JsonObject
            {
                ["publication"] = Strict(
                    Required("time", "basis"),
                    ("time", Text("2025-05-14T23:30, the same with an offset, or a day, which means its end.")),
                    ("zone", Nullable("string", "Time zone of the times; left out, that of the talks.")),
                    ("basis", Words<PublicationBasis>("Whether the source states the time or you assume it.")),
                    ("reason", Nullable("string", "For an assumed time, why.")),
                    ("earliest", Nullable("string", "The earliest time that is possible.")),
                    ("latest", Nullable("string", "The latest time that is possible."))
                ),
                ["span"] = Strict(Required("start", "end", "sha256"), Span()),
                ["link"] = Link(),
                ["grade"] = Strict(
                    Required("by"),
                    (
                        "reliability",
                        Words<Reliability>(
                            "How reliable the source is here, by the Admiralty code: A (completely) "
                                + "to E (unreliable), F (cannot be judged)."
                        )
                    ),
                    (
                        "credibility",
                        Number(
                            "How credible the item is, by the Admiralty code: 1 (confirmed) to 5 "
                                + "(improbable), 6 (cannot be judged).",
                            1,
                            6
                        )
                    ),
                    ("by", Text("Who grades.")),
                    ("reason", Nullable("string", "Why."))
                ),
                ["report"] = Report(),
                ["correction"] = Correction(),
            }
        );

    private static JsonObject Report()
    {
        var report = Strict(
            Required("id", "type", "round", "details", "modality", "evidence", "certainty", "act", "summary"),
            ("id", Text("Identifier, unique in the file.")),
            (
                "type",
                new JsonObject
                {
                    ["enum"] = ToArray(ReportTypes.All.Select(type => type.Name)),
                    ["description"] = "The event type.",
                }
            ),
            (
                "actor",
                OneOrSeveral(
                    "Who acted or spoke, as the negotiation's file names it, or a list of those who did it together; "
                        + "null where nobody is named.",
                    isNullable: true
                )
            ),
            ("written", Nullable("string", "The actor in the form of the article.")),
            (
                "side",
                Nullable(
                    "string",
                    "The side of the actor. Left out, that of the actor in the negotiation's file; "
                        + "null where the text is silent."
                )
            ),
            ("target", Nullable("string", "Counterparty or addressee.")),
            ("others", Array(Text("A name."), "Further participants.")),
            ("round", OneOrSeveral("Identifier of the round, or general; a list where the text speaks of several.")),
            ("issue", Nullable("string", "The issue on which it bears, as the negotiation's file names it.")),
            ("ended", Nullable("boolean", "Whether the text says that what the report tells no longer holds.")),
            ("details", new JsonObject { ["type"] = "object" }),
            (
                "happened",
                Nullable("string", "EDTF date of the act of saying or doing, not of what the statement is about.")
            ),
            ("happenedFrom", Nullable("string", "The words from which the date was resolved.")),
            ("timeOfDay", Nullable("string", $"HH:mm or one of {string.Join(", ", TimeOfDay.Words.Keys)}.")),
            ("lookingBack", Nullable("boolean", "Whether the text looks back on the act.")),
            (
                "covers",
                Nullable(
                    "string",
                    "The days whose news an entry of a live blog tells, in EDTF; left out, those of the article."
                )
            ),
            ("known", Reference("publication")),
            (
                "chain",
                Array(
                    Reference("link"),
                    "From the origin on, without the article's own tail; left out where the outlet speaks itself."
                )
            ),
            (
                "standing",
                Words<Standing>(
                    "How close the source stands to the one whom the report is about; left out, it follows from actor, "
                        + "chain and sides."
                )
            ),
            ("modality", Words<Modality>("What the source commits itself to.")),
            ("evidence", Array(Reference("span"), "Where in the text the report stands.", 1)),
            ("certainty", Number("How sure you are of type, actor and date: 1 (a guess) to 5 (sure).", 1, 5)),
            ("grade", Reference("grade")),
            ("grades", Array(Reference("grade"), "The grades of several people.")),
            ("act", Text("Key of the act, the same in every report of it, within and across articles.")),
            (
                "precededBy",
                Array(Text("Identifier of a report."), "Reports of this file that the text explicitly puts earlier.")
            ),
            ("summary", Text("The report in one sentence of your own."))
        );
        report["allOf"] = new JsonArray([
            .. ReportTypes.All.Select(type =>
                (JsonNode)
                    new JsonObject
                    {
                        ["if"] = new JsonObject
                        {
                            ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = type.Name } },
                        },
                        ["then"] = new JsonObject { ["properties"] = new JsonObject { ["details"] = Details(type) } },
                    }
            ),
        ]);
        return report;
    }

    private static JsonObject WithReportsOrComparison(
        JsonArray required,
        params (string Name, JsonNode Schema)[] properties
    )
    {
        var schema = Strict(required, properties);
        schema["anyOf"] = new JsonArray(
            new JsonObject
            {
                ["required"] = ToArray(["events"]),
                ["properties"] = new JsonObject { ["events"] = new JsonObject { ["minItems"] = 1 } },
            },
            new JsonObject { ["required"] = ToArray(["compared"]) },
            new JsonObject
            {
                ["required"] = ToArray([ArticleReader.WithoutReports]),
                ["properties"] = new JsonObject { ["events"] = new JsonObject { ["maxItems"] = 0 } },
            }
        );
        return schema;
    }

    private static JsonObject Compared() =>
        Strict(
            Required("with"),
            ("with", Text("Name of the version before.")),
            (
                "carries",
                Array(
                    Strict(
                        Required("report", "evidence"),
                        ("report", Text("Identifier of the report.")),
                        ("evidence", Array(Reference("span"), "Where it stands in this version.", 1))
                    ),
                    "Reports that this version still carries."
                )
            ),
            (
                "replaces",
                Array(
                    Strict(
                        Required("new", "old"),
                        ("new", Text("Identifier of the report of this version.")),
                        ("old", Text("Identifier of the report of the version before."))
                    ),
                    "Reports in whose place reports of this version stand."
                )
            ),
            ("drops", Array(Text("Identifier of a report."), "Reports that this version no longer carries."))
        );

    private static JsonObject Correction() =>
        Strict(
            Required("id", "by", "reason"),
            ("id", Text("Identifier, unique in the article.")),
            (
                "report",
                Nullable(
                    "string",
                    "Identifier of the report that is corrected; with neither report nor correction "
                        + "the version is meant."
                )
            ),
            ("correction", Nullable("string", "Identifier of the correction that is corrected or undone.")),
            ("by", Words<CorrectionBy>("Who erred.")),
            ("who", Nullable("string", "Who makes the correction.")),
            ("reason", Text("Why.")),
            (
                "on",
                Nullable("string", "For a coder's correction, the correction of the same report on which it builds.")
            ),
            (
                "notice",
                Strict(
                    Required("published", "reference"),
                    ("published", Reference("publication")),
                    ("reference", Text("Where the notice can be found."))
                )
            ),
            ("retract", Nullable("boolean", "The report, or a notice that was misread, is withdrawn whole.")),
            (
                "amend",
                AnyFields(
                    "Details of the report, and evidence, certainty, grades, summary, modality, ended; with "
                        + "a type, the details of that type."
                )
            ),
            ("reattribute", AnyFields("actor, written, side, target, others, chain, standing, modality.")),
            ("redate", AnyFields("happened, happenedFrom, timeOfDay, lookingBack, covers, known, precededBy.")),
            ("reassign", AnyFields("act, round, issue.")),
            ("published", Reference("publication")),
            ("link", Nullable("string", "Identifier of an article that is one text with this one.")),
            ("undo", Nullable("boolean", "The correction no longer counts."))
        );

    private static JsonObject AnyFields(string description) =>
        new()
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["description"] = description,
        };

    private static JsonObject Details(Type type)
    {
        var properties = DetailReader.ListProperties(type).ToList();
        return Strict(
            Required([.. properties.Where(DetailReader.IsRequired).Select(DetailReader.FormatName)]),
            [.. properties.Select(property => (DetailReader.FormatName(property), Detail(property)))]
        );
    }

    private static JsonNode Detail(PropertyInfo property)
    {
        var type = System.Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(int))
            return Nullable("integer", null);
        if (type == typeof(bool))
            return Nullable("boolean", null);
        if (type.IsEnum)
            return new JsonObject
            {
                ["enum"] = new JsonArray([.. EnumReader.ListWords(type).Keys.Select(word => (JsonNode?)word), null]),
            };
        if (type == typeof(string))
            return DetailReader.FindWords(property) is { } words ? Words(words) : Nullable("string", null);
        if (type == typeof(Edtf))
            return Nullable("string", "A date in EDTF.");
        if (type == typeof(Name))
            return Nullable("string", "A name of the negotiation's file.");
        var what = type == typeof(IReadOnlyList<Name>) ? "Names of the negotiation's file." : null;
        var list = new JsonObject
        {
            ["type"] = ToArray(["array", "null"]),
            ["items"] = new JsonObject { ["type"] = "string" },
        };
        if (what is not null)
            list["description"] = what;
        return list;
    }

    private static JsonObject Words(WordsAttribute words) =>
        words.IsOpen
            ? new()
            {
                ["type"] = ToArray(["string", "null"]),
                ["examples"] = ToArray(words.Words),
                ["description"] = "Other words are allowed where none of these fits.",
            }
            : new() { ["enum"] = new JsonArray([.. words.Words.Select(word => (JsonNode?)word), null]) };

    private static JsonObject Link()
    {
        var link = Strict(
            Required("kind"),
            [
                (
                    "name",
                    Nullable("string", "The name; for an unnamed source its description, null for \"reportedly\".")
                ),
                ("kind", Words<LinkKind>("What the link is.")),
                ("side", Nullable("string", "The side on which the text places an unnamed source.")),
                .. Span(),
                ("implied", Nullable("string", "Why the link is there although the text does not name it.")),
            ]
        );
        link["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = ToArray(["start", "end", "sha256"]) },
            new JsonObject { ["required"] = ToArray(["implied"]) }
        );
        return link;
    }

    private static (string, JsonNode)[] Span() =>
        [
            ("start", Number("Position of the first code point, counted from 0.", 0)),
            ("end", Number("Position after the last code point.", 1)),
            ("sha256", Matching(Hash, "SHA-256 of exactly these code points.")),
        ];
}
