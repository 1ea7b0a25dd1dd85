using NodaTime;

namespace Negotiations.Coding;

/// <summary>Reads the time of a publication.</summary>
internal static class PublicationReader
{
    /// <summary>Stands for a publication whose time could not be read, which has been noted.</summary>
    public static Publication Unreadable { get; } = new(default, PublicationBasis.Stated);

    /// <summary>The publication in a field; null where there is none.</summary>
    /// <param name="fields">The fields among which it stands.</param>
    /// <param name="field">Its name.</param>
    /// <param name="isShort">Whether a time alone may stand there, as the source states it.</param>
    /// <param name="definition">The negotiation.</param>
    /// <param name="required">Whether it must be there.</param>
    public static Publication? Read(
        YamlFields fields,
        string field,
        bool isShort,
        NegotiationDefined definition,
        bool required = false
    )
    {
        if (!isShort || fields.Peek(field) is null)
            return fields.Mapping(field, required) is { } publication ? Read(publication, definition) : null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(definition.Zone) ?? DateTimeZone.Utc;
        return ReadTime(fields, field, zone) is { } time ? new(time, PublicationBasis.Stated) : Unreadable;
    }

    public static Publication Read(YamlFields fields, NegotiationDefined definition)
    {
        var zone = ReadZone(fields, definition);
        var time = ReadTime(fields, "time", zone, required: true);
        var basis = EnumReader.Read<PublicationBasis>(fields, "basis", required: true) ?? PublicationBasis.Stated;
        var reason = fields.Text("reason", required: basis == PublicationBasis.Assumed);
        var earliest = ReadTime(fields, "earliest", zone);
        var latest = ReadTime(fields, "latest", zone);
        if (earliest > time || latest < time)
            fields.Error("time", "does not lie between earliest and latest");
        fields.RefuseUnknown();
        return time is null ? Unreadable : new(time.Value, basis, reason, earliest, latest);
    }

    private static DateTimeZone ReadZone(YamlFields fields, NegotiationDefined definition)
    {
        var id = fields.Text("zone") ?? definition.Zone;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
            fields.Error("zone", $"'{id}' is not a time zone of the tz database, such as Europe/Istanbul");
        return zone ?? DateTimeZone.Utc;
    }

    private static Instant? ReadTime(YamlFields fields, string field, DateTimeZone zone, bool required = false)
    {
        if (fields.Text(field, required) is not { } text)
            return null;
        try
        {
            return Bound.ToMicrosecond(PublicationTimeReader.Parse(text, zone));
        }
        catch (FormatException exception)
        {
            fields.Error(field, exception.Message);
            return null;
        }
    }
}
