using System.Text.Json.Nodes;
using static Negotiations.Coding.SchemaParts;

namespace Negotiations.Coding;

public static partial class CodedFileSchema
{
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
                        ("evidence", Reference("evidence"))
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
}
