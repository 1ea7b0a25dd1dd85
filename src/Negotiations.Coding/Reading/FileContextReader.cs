using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads what a coded file says at its top for all that stands below.</summary>
internal static class FileContextReader
{
    /// <summary>The form in which a file is written.</summary>
    public static int ReadFormat(YamlFields file)
    {
        var format = file.Number("format") ?? FileContext.FirstFormat;
        if (format is >= FileContext.FirstFormat and <= FileContext.NewestFormat)
            return format;
        file.Error(
            "format",
            $"there is no form {format} of coded files here, only {FileContext.FirstFormat} and "
                + $"{FileContext.NewestFormat}; for a newer one use a newer version of this program"
        );
        return FileContext.NewestFormat;
    }

    /// <summary>The context with the chains, days and defaults of the file.</summary>
    public static FileContext ReadShared(YamlFields file, FileContext context)
    {
        if (!context.IsShort)
            return context;
        return context with
        {
            Chains = ReadMapping(file, "chains").ToDictionary(chain => chain.Name, chain => chain.Item),
            Days = ReadMapping(file, "days")
                .Select(day => (day.Name, Day: ReadDay(day.Item, context)))
                .Where(day => day.Day is not null)
                .ToDictionary(day => day.Name, day => day.Day!),
            Defaults = new() { Values = ReadDefaults(file, context) },
        };
    }

    private static IEnumerable<(string Name, YamlItem Item)> ReadMapping(YamlFields file, string field) =>
        file.Mapping(field)?.ReadAll() ?? [];

    private static NamedDay? ReadDay(YamlItem item, FileContext context)
    {
        if (item.Text is { } text)
        {
            try
            {
                return new(WrittenDates.Read(text, context), null, null);
            }
            catch (FormatException exception)
            {
                item.Error(exception.Message);
                return null;
            }
        }

        if (item.ReadFields() is not { } fields)
        {
            item.Error("is no day; write a date, or {happened: 2025-05-14, happenedFrom: late on Wednesday}");
            return null;
        }

        var day = (
            Happened: fields.Value("happened", text => WrittenDates.Read(text, context), required: true),
            From: fields.Text("happenedFrom"),
            TimeOfDay: fields.Value("timeOfDay", ReportFields.ReadTimeOfDay)
        );
        fields.RefuseUnknown();
        return day.Happened is null ? null : new(day.Happened, day.From, day.TimeOfDay);
    }

    private static JsonObject ReadDefaults(YamlFields file, FileContext context)
    {
        var values = new FileDefaults().Values;
        foreach (var field in FileDefaults.Fields.Where(file.IsGiven))
            ReportFields.Read(field, file, context, values);
        return values;
    }
}
