using System.Text.Json.Nodes;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes a correction as it stands in a coded file.</summary>
/// <param name="log">The events that corrections name.</param>
/// <param name="writer">Writes fields of reports.</param>
/// <param name="zone">The zone of the negotiation's file.</param>
internal sealed class CorrectionWriter(IReadOnlyDictionary<Guid, DomainEvent> log, ReportFieldWriter writer, DateTimeZone zone)
{
    public YamlMappingNode Of(Correction correction) => YamlText.Mapping(
    [
        ("id", YamlText.Text(correction.Id)),
        .. TargetOf(correction),
        ("by", YamlText.Text(Negotiations.Text.Of(correction.By))),
        ("who", WrittenJson.Text(correction.Who)),
        ("reason", YamlText.Text(correction.Reason)),
        ("on", correction.On is { } on ? YamlText.Text(((Correction)log[on]).Id) : null),
        ("notice", correction.Notice is { } notice
            ? YamlText.Mapping(("published", PublicationWriter.Of(notice.Published, zone)), ("reference", YamlText.Text(notice.Reference)))
            : null),
        .. WhatOf(correction),
    ]);

    private IEnumerable<(string, YamlNode?)> TargetOf(Correction correction) => log[correction.Target] switch
    {
        Report report => [("report", YamlText.Text(report.Id))],
        Correction corrected => [("correction", YamlText.Text(corrected.Id))],
        _ => [],
    };

    private IEnumerable<(string, YamlNode?)> WhatOf(Correction correction) => correction switch
    {
        ReportRetracted => [("retract", YamlText.Plain("true"))],
        CorrectionUndone => [("undo", YamlText.Plain("true"))],
        PublicationCorrected corrected => [("published", PublicationWriter.Of(corrected.Published, zone))],
        ArticlesLinked link => [("link", YamlText.Text(link.Other))],
        ReportCorrected corrected => CorrectionKind.OfFields.Select(group => (group, (YamlNode?)GroupOf(group, corrected.Changes))),
        _ => [],
    };

    private YamlMappingNode? GroupOf(string group, JsonObject changes)
    {
        var fields = changes.Where(change => CorrectionKind.OfField(change.Key) == group && IsWritten(change.Key, changes)).ToList();
        return fields.Count == 0 ? null : YamlText.Mapping(fields.Select(change => (change.Key, (YamlNode?)writer.Write(change.Key, change.Value))));
    }

    // A side that nobody wrote follows from the actor, also that of a new one.
    private static bool IsWritten(string field, JsonObject changes) =>
        field != CorrectionKind.SideIsWritten && (field != "side" || changes[CorrectionKind.SideIsWritten]?.GetValue<bool>() != false);
}
