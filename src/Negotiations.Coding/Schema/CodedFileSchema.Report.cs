using System.Text.Json.Nodes;
using static Negotiations.Coding.SchemaParts;

namespace Negotiations.Coding;

public static partial class CodedFileSchema
{
    private static JsonObject Report()
    {
        var report = Strict(
            Required("id", "type", "evidence", "summary"),
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
            ("round", Round()),
            ("issue", Issue()),
            ("ended", Nullable("boolean", "Whether the text says that what the report tells no longer holds.")),
            ("details", new JsonObject { ["type"] = "object" }),
            (
                "happened",
                Nullable(
                    "string",
                    "EDTF date of the act of saying or doing, not of what the statement is about; or the name of a day "
                        + "of this file."
                )
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
            ("known", Reference("time")),
            (
                "chain",
                Reference(
                    "chain",
                    "From the origin on, without the article's own tail; or the name of a chain of this file. "
                        + "Left out where the outlet speaks itself."
                )
            ),
            (
                "standing",
                Words<Standing>(
                    "How close the source stands to the one whom the report is about; left out, it follows from actor, "
                        + "chain and sides."
                )
            ),
            (
                "modality",
                Words<Modality>("What the source commits itself to; left out, that of the file, or asserted.")
            ),
            ("evidence", Reference("evidence")),
            ("certainty", Certainty()),
            ("grade", Reference("grade")),
            ("grades", Array(Reference("grade"), "The grades of several people.")),
            (
                "act",
                Text(
                    "Key of the act, the same in every report of it, within and across articles; "
                        + "left out, the identifier."
                )
            ),
            (
                "precededBy",
                Array(Text("Identifier of a report."), "Reports of this file that the text explicitly puts earlier.")
            ),
            ("summary", Text("The report in one sentence of your own.")),
            (ProposalReader.Field, Proposal())
        );
        report["allOf"] = ForEachType(Details);
        return report;
    }

    private static JsonObject Certainty() =>
        Number(
            $"How sure you are of type, actor and date: 1 (a guess) to 5 (sure); left out, {FileDefaults.Certainty}.",
            1,
            5
        );

    private static JsonObject Round() =>
        OneOrSeveral("Identifier of the round, or general; a list where the text speaks of several.");

    private static JsonObject Issue() =>
        Nullable("string", "The issue on which it bears, as the negotiation's file names it.");

    // Words, a position, a mapping, or a list of these.
    private static JsonObject Evidence()
    {
        var span = new JsonObject { ["anyOf"] = new JsonArray(Words(), Reference("span")) };
        return new()
        {
            ["anyOf"] = new JsonArray(span, Array((JsonObject)span.DeepClone(), "Several places.", 1)),
            ["description"] =
                "Where in the text the report stands: the words, in quotation marks; with #2 behind them the second "
                + "place where they stand; or a position such as 17-242 with the SHA-256 of the words.",
        };
    }

    private static JsonObject Words() => Text("Words of the article.");

    private static JsonObject Position() =>
        Matching(
            "^[0-9]+-[0-9]+( [0-9a-f]{64})?$",
            "Positions of the first code point and of the one after the last, and the SHA-256 of what stands between."
        );

    private static JsonObject SpanMapping()
    {
        var span = Strict(Required(), [.. Span(), ("words", Text("Words of the article.")), ("at", Position())]);
        span["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = ToArray(["start", "end", "sha256"]) },
            new JsonObject { ["required"] = ToArray(["words"]) },
            new JsonObject { ["required"] = ToArray(["at"]) }
        );
        return span;
    }

    private static JsonObject Chain()
    {
        var link = new JsonObject { ["anyOf"] = new JsonArray(Text("A name."), Reference("link")) };
        return new()
        {
            ["anyOf"] = new JsonArray(link, Array((JsonObject)link.DeepClone(), "Links, the origin first.")),
        };
    }

    private static JsonObject Link()
    {
        var link = Strict(
            Required(),
            [
                (
                    "name",
                    Nullable("string", "The name; for an unnamed source its description, null for \"reportedly\".")
                ),
                ("kind", Words<LinkKind>("What the link is; left out, what the negotiation's file has the name as.")),
                ("side", Nullable("string", "The side on which the text places an unnamed source.")),
                .. Span(),
                ("words", Text("The words that name the link: in the evidence, or else in one place of the text.")),
                ("at", Position()),
                ("implied", Nullable("string", "Why the link is there although the text does not name it.")),
            ]
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
