using System.Text.Json.Nodes;
using static Negotiations.Coding.SchemaParts;

namespace Negotiations.Coding;

public static partial class CodedFileSchema
{
    private static JsonObject Proposal()
    {
        var proposal = Strict(
            Required("by"),
            ("by", Text("The rule or the model that proposed it.")),
            (
                "confidence",
                new JsonObject
                {
                    ["type"] = "number",
                    ["minimum"] = 0,
                    ["maximum"] = 1,
                }
            ),
            ("sentence", Text("Where the sentence stands in which it was found, in code points.")),
            ("acts", Array(Text("Key of an act."), "Acts that it may be a report of, the likeliest first.")),
            (
                "decision",
                new JsonObject
                {
                    ["enum"] = new JsonArray(ReadProposal.Accepted, ReadProposal.Rejected, ReadProposal.Unreviewed),
                }
            ),
            ("reviewer", Text("Who decided it.")),
            ("reason", Text("Why it was rejected.")),
            ("edited", new JsonObject { ["type"] = "boolean" })
        );
        proposal["description"] =
            "Where the report comes from, if a program proposed it. While it has no decision, no replay takes it in.";
        return proposal;
    }
}
