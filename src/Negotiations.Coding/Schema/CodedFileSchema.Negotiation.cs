using System.Text.Json.Nodes;
using static Negotiations.Coding.SchemaParts;

namespace Negotiations.Coding;

public static partial class CodedFileSchema
{
    /// <summary>The schema of the file of a negotiation (<c>docs/schema/negotiation.schema.json</c>).</summary>
    public static JsonObject ForNegotiation()
    {
        var spellings = (
            "spellings",
            (JsonNode)Array(Text("Another form of the name."), "Other forms of the name; each means one entity only.")
        );
        var id = ("id", (JsonNode)Text("Identifier in the keys of facts; left out, it follows from the name."));
        var name = ("name", (JsonNode)Text("The canonical name."));
        var side = ("side", (JsonNode)Nullable("string", "Identifier of the party on whose side it is."));
        (string, JsonNode)[] grades =
        [
            ("grade", Reference("grade")),
            ("grades", Array(Reference("grade"), "The grades of several people.")),
        ];
        var codes = (
            "codes",
            (JsonNode)Strict(
                Required(),
                ("iso", Matching("^[A-Z]{2,3}$", "Code of the country by ISO 3166-1.")),
                ("cameo", Matching("^([A-Z]{3})+$", "Code of the actor by CAMEO."))
            )
        );
        JsonObject CreateList(string what, params (string, JsonNode)[] more) =>
            Array(
                Strict(
                    Required("name"),
                    [Copy(name), Copy(id), Copy(spellings), .. more.Select(Copy), .. grades.Select(Copy)]
                ),
                what
            );
        return Root(
            "Negotiation",
            Strict(
                Required("negotiation", "title", "zone", "rounds"),
                ("negotiation", Text("Identifier of the negotiation.")),
                ("title", Text("What people call it.")),
                ("zone", Text("Time zone of the talks, such as Europe/Istanbul.")),
                (
                    "rounds",
                    Array(
                        Strict(
                            Required("id"),
                            ("id", Text("Identifier: the first segment of the keys of its facts.")),
                            ("title", Nullable("string", "What people call it.")),
                            ("when", Nullable("string", "When it was or is to be, in EDTF.")),
                            ("background", Nullable("boolean", "Whether it is background only: it completes no dates."))
                        ),
                        "The rounds of talks."
                    )
                ),
                ("parties", CreateList("The parties and other sides.", codes)),
                (
                    "people",
                    CreateList(
                        "The people.",
                        side,
                        ("office", Nullable("string", "The office.")),
                        ("speaksFor", Nullable("string", "For a spokesman, the identifier of the institution."))
                    )
                ),
                ("institutions", CreateList("The institutions.", side)),
                ("groups", CreateList("Groups without an office of their own.", side)),
                ("outlets", CreateList("The outlets.", side)),
                ("agencies", CreateList("The news agencies.", side)),
                (
                    "issues",
                    Array(
                        Strict(Required("name"), Copy(name), Copy(id), Copy(spellings)),
                        "The issues under negotiation."
                    )
                ),
                (
                    "places",
                    Array(
                        Strict(
                            Required("name"),
                            Copy(name),
                            ("in", Nullable("string", "The place of this file in which it lies.")),
                            Copy(spellings)
                        ),
                        "The places of the talks."
                    )
                )
            ),
            new JsonObject
            {
                ["grade"] = Strict(
                    Required("reliability", "by"),
                    (
                        "reliability",
                        Words<Reliability>(
                            "How reliable it is as a source, by the Admiralty code: A (completely) to "
                                + "E (unreliable), F (cannot be judged)."
                        )
                    ),
                    ("by", Text("Who grades.")),
                    ("reason", Nullable("string", "Why."))
                ),
            }
        );
    }
}
