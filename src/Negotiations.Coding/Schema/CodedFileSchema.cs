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
                Required("article", "negotiation", "outlet", "text", "published"),
                (
                    "format",
                    new JsonObject
                    {
                        ["enum"] = new JsonArray(FileContext.FirstFormat, FileContext.NewestFormat),
                        ["description"] = "The form of the file: 2 for words and short forms; left out, 1.",
                    }
                ),
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
                ("text", Reference("text")),
                ("published", Reference("time")),
                ("covers", Nullable("string", "The days whose news the article tells, in EDTF: a day or an interval.")),
                ("coder", Nullable("string", "Who coded it.")),
                ("round", Round()),
                ("issue", Issue()),
                ("certainty", Certainty()),
                ("modality", Words<Modality>("What the sources commit themselves to where a report does not say.")),
                (
                    "days",
                    Named(
                        new JsonObject
                        {
                            ["anyOf"] = new JsonArray(
                                Text("A date in EDTF."),
                                Strict(
                                    Required("happened"),
                                    ("happened", Text("A date in EDTF.")),
                                    ("happenedFrom", Nullable("string", "The words from which it was resolved.")),
                                    ("timeOfDay", Nullable("string", "The time of the day."))
                                )
                            ),
                        },
                        "Days with a name, to be written as happened."
                    )
                ),
                ("chains", Named(Reference("chain"), "Chains with a name, to be written as the chain of a report.")),
                (
                    "chain",
                    Reference(
                        "chain",
                        "How the text came to its outlet (agency, outlet, republisher): the tail of "
                            + "every report's chain; "
                            + "left out, the outlet alone."
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
                ["time"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(Text("The time, as the source states it."), Reference("publication")),
                },
                ["text"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(Text("Name of the file that holds the text."), TextMapping()),
                },
                ["span"] = SpanMapping(),
                ["evidence"] = Evidence(),
                ["chain"] = Chain(),
                ["firstReport"] = FirstReport(),
                ["firstSpan"] = FirstSpan(),
                ["firstLink"] = FirstLink(),
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

    private static JsonObject TextMapping() =>
        Strict(
            Required(),
            ("file", Nullable("string", "Name of the file that holds the text.")),
            ("sha256", Matching(Hash, "SHA-256 of the normalised text (Unicode NFC, lines ended by LF).")),
            ("length", Number("Length of the normalised text in code points.", 1)),
            (
                "pageRules",
                Number(
                    "Version of the rules by which the text is taken from a web page; left out, 1 in "
                        + "the first form, else 2.",
                    PageRules.First,
                    PageRules.Newest
                )
            )
        );

    private static JsonObject Named(JsonObject value, string description) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = value,
            ["description"] = description,
        };

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
        schema["if"] = new JsonObject
        {
            ["required"] = ToArray(["format"]),
            ["properties"] = new JsonObject { ["format"] = new JsonObject { ["const"] = FileContext.NewestFormat } },
        };
        schema["else"] = FirstFormat();
        return schema;
    }
}
