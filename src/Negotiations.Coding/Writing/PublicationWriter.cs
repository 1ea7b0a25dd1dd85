using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>
/// Writes times of publication, with the offset of the talks' zone, so that they mean the same in every zone.
/// </summary>
internal static class PublicationWriter
{
    private static readonly OffsetDateTimePattern Minutes = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"
    );

    private static readonly OffsetDateTimePattern Microseconds = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd'T'HH:mm:ss;FFFFFFo<Z+HH:mm>"
    );

    /// <summary>A publication, with the zone of the negotiation's file.</summary>
    public static YamlNode Write(Publication publication, DateTimeZone zone) =>
        publication is { Basis: PublicationBasis.Stated, Reason: null, Earliest: null, Latest: null }
            ? WriteTime(publication.Time, zone)
            : WriteFields(publication, zone);

    /// <summary>The same with a field for each thing that it says.</summary>
    public static YamlMappingNode WriteFields(Publication publication, DateTimeZone zone) =>
        YamlText.Line(
            ("time", WriteTime(publication.Time, zone)),
            ("basis", YamlText.Text(Negotiations.EnumText.Format(publication.Basis))),
            ("reason", EventYaml.Text(publication.Reason)),
            ("earliest", publication.Earliest is { } earliest ? WriteTime(earliest, zone) : null),
            ("latest", publication.Latest is { } latest ? WriteTime(latest, zone) : null)
        );

    private static YamlScalarNode WriteTime(Instant time, DateTimeZone zone)
    {
        var local = time.InZone(zone);
        // At the ends of the calendar some zone is in a year that no file has.
        if (local.Year is < 1 or > 9998 || time.InUtc().Year is < 1 or > 9998)
            return Write(time.WithOffset(Offset.FromHours(time.InUtc().Year < 5000 ? 18 : -18)));
        if (Bound.EndOfDay(local.Date, zone) == time)
            return YamlText.Text(LocalDatePattern.Iso.Format(local.Date));
        // Long ago offsets had seconds, which no offset in a file has.
        return Write(local.Offset.Seconds % 60 == 0 ? local.ToOffsetDateTime() : time.WithOffset(Offset.Zero));
    }

    private static YamlScalarNode Write(OffsetDateTime written)
    {
        var isMinute = written is { Second: 0, NanosecondOfSecond: 0 };
        return YamlText.Text((isMinute ? Minutes : Microseconds).Format(written));
    }
}
