using System.Text.Json.Nodes;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes a correction as it stands in a coded file.</summary>
/// <param name="log">The events that corrections name.</param>
/// <param name="writer">Writes fields of reports.</param>
/// <param name="zone">The zone of the negotiation's file.</param>
internal sealed class CorrectionWriter(
    IReadOnlyDictionary<Guid, DomainEvent> log,
    ReportFieldWriter writer,
    DateTimeZone zone
)
{
    public YamlMappingNode Write(Correction correction) =>
        YamlText.Mapping([
            ("id", YamlText.Text(correction.Id)),
            .. WriteTarget(correction),
            ("by", YamlText.Text(Negotiations.EnumText.Format(correction.By))),
            ("who", EventYaml.Text(correction.Who)),
            ("reason", YamlText.Text(correction.Reason)),
            ("on", correction.On is { } on ? YamlText.Text(((Correction)log[on]).Id) : null),
            (
                "notice",
                correction.Notice is { } notice
                    ? YamlText.Mapping(
                        ("published", PublicationWriter.WriteFields(notice.Published, zone)),
                        ("reference", YamlText.Text(notice.Reference))
                    )
                    : null
            ),
            .. WriteContent(correction),
        ]);

    private IEnumerable<(string, YamlNode?)> WriteTarget(Correction correction) =>
        log[correction.Target] switch
        {
            Report report => [("report", YamlText.Text(report.Id))],
            Correction corrected => [("correction", YamlText.Text(corrected.Id))],
            _ => [],
        };

    private IEnumerable<(string, YamlNode?)> WriteContent(Correction correction) =>
        correction switch
        {
            ReportRetracted => [("retract", YamlText.Plain("true"))],
            CorrectionUndone => [("undo", YamlText.Plain("true"))],
            PublicationCorrected corrected => [("published", PublicationWriter.WriteFields(corrected.Published, zone))],
            ArticlesLinked link => [("link", YamlText.Text(link.Other))],
            ReportCorrected corrected => CorrectionFields.FieldKinds.Select(group =>
                (group, (YamlNode?)WriteGroup(group, corrected.Changes))
            ),
            _ => [],
        };

    private YamlMappingNode? WriteGroup(string group, JsonObject changes)
    {
        var fields = changes
            .Where(change => CorrectionFields.ForField(change.Key) == group && IsWritten(change.Key, changes))
            .ToList();
        return fields.Count == 0
            ? null
            : YamlText.Mapping(fields.Select(change => (change.Key, (YamlNode?)WriteChange(change.Key, changes))));
    }

    // A standing that follows from the rest is null, and follows again.
    private YamlNode WriteChange(string field, JsonObject changes) =>
        field == "standing" && changes[CorrectionFields.StandingIsDerived]?.GetValue<bool>() == true
            ? YamlText.Null
            : writer.Write(field, changes);

    // A side that nobody wrote follows from the actor, also that of a new one.
    private static bool IsWritten(string field, JsonObject changes) =>
        !CorrectionFields.Unwritten.Contains(field)
        && (field != "side" || changes[CorrectionFields.SideIsWritten]?.GetValue<bool>() != false);
}
